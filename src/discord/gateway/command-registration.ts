import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { Client, Routes, type APIApplicationCommand, type RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord.js';
import { CommandsService } from 'necord';
import pRetry from 'p-retry';

const TRIES = { retries: 8, minTimeout: 2_000, factor: 2, maxTimeout: 120_000, randomize: true } as const;

/** Registers the commands for the servers that are served, and takes away whatever else was registered: what is there twice is shown twice. */
@Injectable()
export class CommandRegistration {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly client: Client,
    private readonly commands: CommandsService,
  ) {}

  /** `joined`: where the bot is, served or not. */
  async register(served: readonly string[], joined: readonly string[]): Promise<void> {
    const application = this.client.application?.id;
    if (!application) throw new Error('Discord did not say which application this is');
    const wanted = this.commands.getCommands().flatMap((command) => asSent(command.toJSON()));
    await this.put('everywhere', Routes.applicationCommands(application), []);
    for (const guild of joined) await this.put(guild, Routes.applicationGuildCommands(application, guild), served.includes(guild) ? wanted : []);
  }

  private async put(where: string, route: `/${string}`, wanted: RESTPutAPIApplicationGuildCommandsJSONBody): Promise<void> {
    try {
      await pRetry(async () => {
        const there = (await this.client.rest.get(route)) as APIApplicationCommand[];
        if (!isSame(there, wanted)) await this.client.rest.put(route, { body: wanted });
      }, TRIES);
    } catch (error) {
      this.logger.error({ err: error, where }, 'The commands could not be registered: check that the bot was invited with the scope applications.commands, and start it again');
    }
  }
}

// Permissions are numbers that JSON does not know.
function asSent(commands: unknown): RESTPutAPIApplicationGuildCommandsJSONBody {
  const sent: unknown = JSON.parse(JSON.stringify(commands, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)));
  return (Array.isArray(sent) ? sent : [sent]) as RESTPutAPIApplicationGuildCommandsJSONBody;
}

/** Whether what Discord has is what is wanted; it adds fields of its own. */
function isSame(there: readonly APIApplicationCommand[], wanted: RESTPutAPIApplicationGuildCommandsJSONBody): boolean {
  const byName = new Map(there.map((command) => [command.name, command]));
  return there.length === wanted.length && wanted.every((command) => {
    const found = byName.get(command.name);
    return found !== undefined && isDeepStrictEqual(pruned(found, command), pruned(command, command));
  });
}

/** What of a value the wanted one names, without what means nothing. */
function pruned(value: unknown, like: unknown): unknown {
  if (Array.isArray(like)) return Array.isArray(value) ? value.map((item: unknown, index) => pruned(item, like[index])) : value;
  if (typeof like !== 'object' || like === null) return value ?? undefined;
  const source = (value ?? {}) as Record<string, unknown>;
  const named = Object.entries(like).filter(([key, item]) => item !== undefined && item !== null && item !== false && key !== 'contexts' && key !== 'integration_types' && key !== 'dm_permission');
  return Object.fromEntries(named.map(([key, item]) => [key, pruned(source[key], item)]));
}
