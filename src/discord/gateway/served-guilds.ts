import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Client, Events, type Guild } from 'discord.js';
import pRetry from 'p-retry';
import { Settings } from '../../config';
import { ListTenants, ServeTenants } from '../../modules/access';
import type { GuildId } from '../../shared';
import { DiscordApi } from '../discord-api';
import { troubleOf, wordsOf } from '../outbox/refusal';
import { notServed } from '../views/refusal.view';
import { CommandRegistration } from './command-registration';

/**
 * The servers that this bot works for: those that the operator names, else the only one that it is in, remembered from the first
 * start on. Whoever invites it elsewhere is told what its operator has to do, and nothing else.
 */
@Injectable()
export class ServedGuilds implements OnModuleInit {
  private readonly logger = new Logger('Discord');
  private served: ReadonlySet<string>;
  private tellKnown: () => void = () => undefined;
  /** Settles once it is decided which they are. */
  readonly known = new Promise<void>((resolve) => (this.tellKnown = resolve));

  constructor(
    private readonly client: Client,
    private readonly settings: Settings,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly discord: DiscordApi,
    private readonly registration: CommandRegistration,
  ) {
    this.served = new Set(settings.discordGuildIds);
    if (settings.discordGuildIds) this.tellKnown();
  }

  onModuleInit(): void {
    this.client.on(Events.GuildCreate, (guild) => void this.greet(guild));
  }

  isServed(guildId: string): boolean {
    return this.served.has(guildId);
  }

  /** Decides which they are, once the bot knows where it is, and registers the commands there and nowhere else. */
  async serve(): Promise<void> {
    const joined = [...this.client.guilds.cache.keys()];
    // A database that is away for a moment must not leave the bot deaf.
    const served = await pRetry(() => this.decide(joined), { retries: Number.POSITIVE_INFINITY, minTimeout: 500, maxTimeout: 30_000, randomize: true });
    await this.registration.register(served, joined);
  }

  private async decide(joined: readonly string[]): Promise<readonly string[]> {
    const served = this.settings.discordGuildIds ?? (await this.remembered(joined));
    // What is not decided is not written down either.
    if (served) await this.commands.execute(new ServeTenants(served.map((id) => id as GuildId)));
    this.served = new Set(served);
    this.tellKnown();
    return served ?? [];
  }

  private async remembered(joined: readonly string[]): Promise<readonly string[] | undefined> {
    const known: readonly string[] = await this.queries.execute(new ListTenants());
    const candidates = known.length > 0 ? known : joined;
    if (candidates.length === 1) return candidates;
    if (candidates.length > 1) this.logger.error(`DISCORD_GUILD_IDS is not set, and there are ${candidates.length} servers: it works for none of them. Name those it works for: ${candidates.join(', ')}`);
    return undefined;
  }

  private async greet(guild: Guild): Promise<void> {
    // The only one it is in may be the first one it joins, and one that is named may be joined late.
    if ((this.served.size === 0 && !this.settings.discordGuildIds) || this.isServed(guild.id)) await this.serve().catch((error: unknown) => this.logger.error({ err: error }, 'Finding out which servers are served'));
    if (this.isServed(guild.id) || !guild.systemChannelId) return;
    await this.discord.post(guild.systemChannelId, { nonce: `join:${guild.id}`.slice(0, 25), ...notServed(guild.id) }).catch((error: unknown) => this.logger.warn({ trouble: troubleOf(error), problem: wordsOf(error), guild: guild.id }, 'Telling a server that it is not served'));
  }
}
