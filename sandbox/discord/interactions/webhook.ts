import { MessageFlags } from 'discord.js';
import { unknownMessage } from '../limits/discord-error';
import { parseMessage } from '../limits/message-body';
import type { UploadedFile } from '../world/attachments';
import type { MessageBoard } from '../world/message-board';
import { replyTo } from '../world/message-shape';
import type { StoredInteraction, StoredMessage } from '../world/records';
import type { World } from '../world/world';
import { provenance } from './callback';
import type { InteractionDesk } from './desk';

/** What a bot does with an interaction's token after answering: read, edit and delete the answer, and follow up. */
export class InteractionWebhook {
  constructor(
    private readonly world: World,
    private readonly board: MessageBoard,
    private readonly desk: InteractionDesk,
  ) {}

  /** A message of this interaction: its original answer (`@original`), a follow-up, or the message it was pressed on. */
  message(interaction: StoredInteraction, messageId: string): StoredMessage {
    const id = messageId === '@original' ? interaction.originalMessageId : messageId;
    const stored = id === undefined ? undefined : this.world.message(id);
    if (stored === undefined) throw unknownMessage();
    const ours = stored.message.id === interaction.originalMessageId || stored.message.interaction_metadata?.id === interaction.id;
    if (!ours) throw unknownMessage();
    return stored;
  }

  followUp(interaction: StoredInteraction, body: unknown, files: UploadedFile[]): StoredMessage {
    // The first follow-up to a deferral fills it, and stays as private as the deferral was.
    if (interaction.deferred === true) return this.edit(interaction, '@original', body, files);
    const parsed = parseMessage(body);
    const original = interaction.originalMessageId === undefined ? undefined : this.world.message(interaction.originalMessageId);
    const channel = this.world.channel(interaction.channelId);
    if (channel === undefined) throw unknownMessage();
    const metadata = original === undefined ? interaction.metadata : { ...interaction.metadata, original_response_message_id: original.message.id };
    return this.board.post({
      channel,
      author: this.world.directory.bot,
      body: parsed,
      files,
      ...(((parsed.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? {} : { visibleTo: interaction.userId }),
      more: {
        ...(original === undefined ? {} : replyTo(original.message, channel)),
        ...provenance(this.world, interaction),
        interaction_metadata: metadata,
      },
    });
  }

  edit(interaction: StoredInteraction, messageId: string, body: unknown, files: UploadedFile[]): StoredMessage {
    const stored = this.message(interaction, messageId);
    const alreadyV2 = ((stored.message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    const edited = this.board.edit(stored, parseMessage(body, [], alreadyV2), files);
    if (interaction.deferred === true && stored.message.id === interaction.originalMessageId) this.desk.save({ ...interaction, deferred: false });
    return edited;
  }

  remove(interaction: StoredInteraction, messageId: string): void {
    this.board.remove(this.message(interaction, messageId));
    if (interaction.deferred === true) this.desk.save({ ...interaction, deferred: false });
  }
}
