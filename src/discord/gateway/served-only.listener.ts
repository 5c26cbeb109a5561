import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Client, Events, MessageFlags, type Interaction } from 'discord.js';
import { notServed } from '../views/refusal.view';
import { ServedGuilds } from './served-guilds';

/** Keeps what comes from servers that are not served away from every handler: they get one sentence. */
@Injectable()
export class ServedOnly implements OnModuleInit {
  private readonly logger = new Logger('Discord');

  constructor(
    private readonly client: Client,
    private readonly guilds: ServedGuilds,
  ) {}

  onModuleInit(): void {
    // Before any listener: none of them is to see what is turned away.
    const emit: (event: string, ...args: unknown[]) => boolean = this.client.emit.bind(this.client);
    Object.assign(this.client, { emit: (event: string, ...args: unknown[]) => (event === String(Events.InteractionCreate) ? this.look(args[0] as Interaction, () => emit(event, ...args)) : emit(event, ...args)) });
  }

  private look(interaction: Interaction, pass: () => boolean): boolean {
    const { guildId } = interaction;
    if (guildId === null || this.guilds.isServed(guildId)) return pass();
    void this.guilds.known.then(() => (this.guilds.isServed(guildId) ? void pass() : this.turnAway(interaction, guildId)));
    return true;
  }

  private async turnAway(interaction: Interaction, guildId: string): Promise<void> {
    try {
      if (interaction.isAutocomplete()) await interaction.respond([]);
      else if (interaction.isRepliable()) await interaction.reply({ ...notServed(guildId), flags: MessageFlags.Ephemeral });
    } catch (error) {
      this.logger.warn({ err: error, guild: guildId }, 'Turning away a server that is not served');
    }
  }
}
