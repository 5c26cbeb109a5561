import { Injectable, Logger } from '@nestjs/common';
import { Client, DiscordAPIError, Routes, type APIApplicationCommand, type RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord.js';
import { CommandsService } from 'necord';
import pRetry, { AbortError } from 'p-retry';

const TRIES = { retries: 8, minTimeout: 2_000, factor: 2, maxTimeout: 120_000, randomize: true } as const;

/** Registers the commands for the servers that are served, and takes away whatever else was registered: what is there twice is shown twice. */
@Injectable()
export class CommandRegistration {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly client: Client,
    private readonly commands: CommandsService,
  ) {}

  /** `joined`: where the bot is, served or not. Side by side: a server that refuses keeps no other waiting. */
  async register(served: readonly string[], joined: readonly string[]): Promise<void> {
    const application = this.client.application?.id;
    if (!application) throw new Error('Discord did not say which application this is');
    const wanted = this.commands.getCommands().flatMap((command) => asSent(command.toJSON()));
    for (const guild of served.filter((id) => !joined.includes(id))) this.logger.warn(`The bot is not in the server ${guild} that DISCORD_GUILD_IDS names: invite it there`);
    await Promise.all([
      ...joined.map((guild) => this.trying(guild, Routes.applicationGuildCommands(application, guild), served.includes(guild) ? wanted : [])),
      this.trying('everywhere', Routes.applicationCommands(application), []),
    ]);
  }

  private async trying(where: string, route: `/${string}`, wanted: RESTPutAPIApplicationGuildCommandsJSONBody): Promise<void> {
    try {
      await pRetry(() => this.put(route, wanted).catch(giveUpWhereRefused), TRIES);
    } catch (error) {
      this.logger.error({ err: error, where }, 'The commands could not be registered: check that the bot was invited with the scope applications.commands, and start it again');
    }
  }

  // The same commands once more change nothing; to take none away costs a look.
  private async put(route: `/${string}`, wanted: RESTPutAPIApplicationGuildCommandsJSONBody): Promise<void> {
    if (wanted.length === 0 && ((await this.client.rest.get(route)) as APIApplicationCommand[]).length === 0) return;
    await this.client.rest.put(route, { body: wanted });
  }
}

function giveUpWhereRefused(error: unknown): never {
  if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) throw new AbortError(error);
  throw error;
}

// Permissions are numbers that JSON does not know.
function asSent(commands: unknown): RESTPutAPIApplicationGuildCommandsJSONBody {
  const sent: unknown = JSON.parse(JSON.stringify(commands, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)));
  return (Array.isArray(sent) ? sent : [sent]) as RESTPutAPIApplicationGuildCommandsJSONBody;
}
