import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client, Events, type Interaction } from 'discord.js';
import { isSafeCustomId } from './routes';

/** Keeps an eye on the connection, and lets go of it in order. */
@Injectable()
export class DiscordGateway implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Discord');

  constructor(private readonly client: Client) {}

  onModuleInit(): void {
    // Without a listener an error here would end the process.
    this.client.on(Events.Error, (error) => this.logger.error({ err: error }, 'Talking to Discord'));
    this.client.on(Events.Warn, (warning) => this.logger.warn(warning));
    // necord's matcher throws at ids that are no address; ours never are of that kind.
    this.client.prependListener(Events.InteractionCreate, (interaction: Interaction) => {
      if ((interaction.isMessageComponent() || interaction.isModalSubmit()) && !isSafeCustomId(interaction.customId)) Object.assign(interaction, { customId: 'unknown' });
    });
    this.client.once(Events.ClientReady, ({ user }) => this.logger.log(`Connected to Discord as ${user.tag}`));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.destroy();
  }
}
