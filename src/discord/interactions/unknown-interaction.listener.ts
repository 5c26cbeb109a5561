import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Client, type Interaction } from 'discord.js';
import { MessageComponentsService, ModalsService, SlashCommandsService } from 'necord';
import { isReadable } from '../routes';
import { refuse } from './answer';
import { unknownControl } from './discord-failures';

/** Answers what no handler takes: necord drops it, and the person would see "This interaction failed". */
@Injectable()
export class UnknownInteractionListener implements OnModuleInit {
  private readonly logger = new Logger(UnknownInteractionListener.name);

  constructor(
    private readonly client: Client,
    private readonly components: MessageComponentsService,
    private readonly modals: ModalsService,
    private readonly commands: SlashCommandsService,
  ) {}

  // necord listens from the bootstrap on, so that this one comes first.
  onModuleInit(): void {
    this.client.on('interactionCreate', (interaction) => {
      if (this.isKnown(interaction) || !interaction.isRepliable()) return;
      refuse(interaction, unknownControl()).catch((error: unknown) => this.logger.warn({ err: error }, 'Answering an unknown interaction'));
    });
  }

  private isKnown(interaction: Interaction): boolean {
    if (interaction.isChatInputCommand()) return this.commands.get(interaction.commandName) !== undefined;
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return true;
    // A forged id such as `%zz` makes the pattern matcher throw: it gets one that matches nothing.
    if (!isReadable(interaction.customId)) interaction.customId = 'unreadable';
    const found = interaction.isModalSubmit() ? this.modals.get(interaction.customId) : this.components.get(interaction.componentType, interaction.customId);
    return found !== undefined;
  }
}
