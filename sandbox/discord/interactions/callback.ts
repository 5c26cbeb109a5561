import { InteractionResponseType as Answer, InteractionType, MessageFlags, MessageType, type APIMessage } from 'discord.js';
import { z } from 'zod';
import { invalidForm } from '../limits/discord-error';
import { list, parseForm, text } from '../limits/fields';
import { parseMessage } from '../limits/message-body';
import { modalSchema } from '../limits/modal';
import type { UploadedFile } from '../world/attachments';
import type { MessageBoard } from '../world/message-board';
import { replyTo } from '../world/message-shape';
import type { StoredInteraction, StoredMessage } from '../world/records';
import type { World } from '../world/world';
import type { InteractionDesk } from './desk';

const callbackSchema = z.object({ type: z.number(), data: z.unknown().optional() });
const flagsSchema = z.object({ flags: z.number().nullish() }).nullish();
const choicesSchema = z.object({
  choices: list(z.object({ name: text(1, 100), value: z.union([text(0, 100), z.number()]) }), 0, 25),
});

const REPLIES: readonly Answer[] = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource];
const UPDATES: readonly Answer[] = [Answer.DeferredMessageUpdate, Answer.UpdateMessage];

/** Answers an interaction as the bot asks. Returns the message made or changed, where there is one. */
export function answerInteraction(
  world: World,
  board: MessageBoard,
  desk: InteractionDesk,
  interaction: StoredInteraction,
  request: { body: unknown; files: UploadedFile[] },
): { type: Answer; stored?: StoredMessage } {
  const { type, data } = parseForm(callbackSchema, request.body);
  const allowed = allowedAnswers(interaction);
  const answer = allowed.find((one) => Number(one) === type);
  if (answer === undefined) throw invalidForm(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);

  if (answer === Answer.ApplicationCommandAutocompleteResult) {
    const { choices } = parseForm(choicesSchema, data, ['data']);
    desk.acknowledge(interaction, { outcome: 'choices', choices });
    return { type: answer };
  }
  if (answer === Answer.Modal) {
    const modal = parseForm(modalSchema, data, ['data']);
    const opened = { modalId: interaction.id, channelId: interaction.channelId, data: modal };
    desk.acknowledge({ ...interaction, modal }, { outcome: 'modal', interactionId: interaction.id, modal: opened });
    return { type: answer };
  }
  const stored = REPLIES.includes(answer) ? reply(world, board, interaction, answer, data, request.files) : update(world, board, interaction, answer, data, request.files);
  const messageId = stored.message.id;
  desk.acknowledge(
    { ...interaction, originalMessageId: messageId, deferred: answer === Answer.DeferredChannelMessageWithSource },
    { outcome: 'answered', interactionId: interaction.id, messageId },
  );
  return { type: answer, stored };
}

function allowedAnswers(interaction: StoredInteraction): Answer[] {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...REPLIES, ...UPDATES, Answer.Modal];
    case InteractionType.ModalSubmit:
      return interaction.sourceMessageId === undefined ? [...REPLIES] : [...REPLIES, ...UPDATES];
    default:
      return [...REPLIES, Answer.Modal];
  }
}

function reply(world: World, board: MessageBoard, interaction: StoredInteraction, answer: Answer, data: unknown, files: UploadedFile[]): StoredMessage {
  const loading = answer === Answer.DeferredChannelMessageWithSource;
  const flags = parseForm(flagsSchema, data, ['data'])?.flags ?? 0;
  const channel = world.channel(interaction.channelId);
  if (channel === undefined) throw new Error('The channel of an interaction is gone.');
  return board.post({
    channel,
    author: world.directory.bot,
    body: loading ? {} : parseMessage(data ?? {}, ['data']),
    files,
    loading,
    ...((flags & MessageFlags.Ephemeral) === 0 ? {} : { visibleTo: interaction.userId }),
    more: { ...provenance(world, interaction), ...responseKind(world, interaction) },
  });
}

function update(world: World, board: MessageBoard, interaction: StoredInteraction, answer: Answer, data: unknown, files: UploadedFile[]): StoredMessage {
  const source = interaction.sourceMessageId === undefined ? undefined : world.message(interaction.sourceMessageId);
  if (source === undefined) throw invalidForm(['type'], 'BASE_TYPE_CHOICES', 'The message of this component is gone.');
  if (answer === Answer.DeferredMessageUpdate) return source;
  const alreadyV2 = ((source.message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return board.edit(source, parseMessage(data ?? {}, ['data'], alreadyV2), files);
}

/** What every message made through an interaction says of where it comes from. */
export function provenance(world: World, interaction: StoredInteraction): Partial<APIMessage> {
  return {
    application_id: world.directory.botId,
    webhook_id: world.directory.botId,
    interaction_metadata: interaction.metadata,
  };
}

function responseKind(world: World, interaction: StoredInteraction): Partial<APIMessage> {
  if (interaction.type === InteractionType.ApplicationCommand && interaction.commandName !== undefined) {
    const { id, type, metadata, commandName: name } = interaction;
    return { type: MessageType.ChatInputCommand, interaction: { id, type, name, user: metadata.user } };
  }
  const source = interaction.sourceMessageId === undefined ? undefined : world.message(interaction.sourceMessageId);
  const channel = world.channel(interaction.channelId);
  return source === undefined || channel === undefined ? {} : replyTo(source.message, channel);
}
