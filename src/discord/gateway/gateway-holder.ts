import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Client, DiscordAPIError, Events, Routes, type Interaction } from 'discord.js';
import { Settings, WrongSetting } from '../../config';
import { Leadership, type LeadersWork } from '../../leadership';
import { InteractionsUnderWay } from '../interaction/interactions-under-way';
import { OutboxWorker } from '../outbox/outbox-worker';
import { isSafeCustomId } from '../routes';
import { ServedGuilds } from './served-guilds';

/** Holds the gateway while this process leads, keeps an eye on the connection, and lets go of it in order. */
@Injectable()
export class GatewayHolder implements LeadersWork, OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly client: Client,
    private readonly settings: Settings,
    private readonly leadership: Leadership,
    private readonly guilds: ServedGuilds,
    private readonly outbox: OutboxWorker,
    private readonly underWay: InteractionsUnderWay,
  ) {}

  onModuleInit(): void {
    // Without a listener an error here would end the process.
    this.client.on(Events.Error, (error) => this.logger.error({ err: error }, 'Talking to Discord'));
    this.client.on(Events.Warn, (warning) => this.logger.warn(warning));
    // necord's matcher throws at ids that are no address; ours never are of that kind.
    this.client.prependListener(Events.InteractionCreate, (interaction: Interaction) => {
      if ((interaction.isMessageComponent() || interaction.isModalSubmit()) && !isSafeCustomId(interaction.customId)) Object.assign(interaction, { customId: 'unknown' });
    });
    this.client.on(Events.ClientReady, ({ user }) => this.logger.log(`Connected to Discord as ${user.tag}`));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.checkToken();
    this.leadership.whileLeading(this);
    this.leadership.whileLeading(this.outbox);
    // A client that has let go of the gateway cannot take it again: whoever manages this process starts another one.
    this.leadership.onLost(() => void process.kill(process.pid, 'SIGTERM'));
    await this.leadership.begin();
  }

  /** Others lead from now on; what people have asked for here is brought to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.leadership.end();
    await this.underWay.ended();
    await this.client.destroy();
  }

  async start(): Promise<() => Promise<void>> {
    const ready = new Promise<void>((resolve) => this.client.once(Events.ClientReady, () => resolve()));
    await this.client.login(this.settings.discordToken);
    void ready.then(() => this.guilds.serve()).catch((error: unknown) => this.logger.error({ err: error }, 'Finding out which servers are served'));
    // It goes on answering until the process ends: who leads next may need a moment.
    return () => Promise.resolve();
  }

  // Who only stands by would find out too late.
  private async checkToken(): Promise<void> {
    this.client.rest.setToken(this.settings.discordToken ?? '');
    try {
      await this.client.rest.get(Routes.user());
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw new WrongSetting('DISCORD_TOKEN', 'is refused by Discord: reset it in the developer portal and give the new one', error);
      throw error;
    }
  }
}
