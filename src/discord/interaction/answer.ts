import { MessageFlags, type APIModalInteractionResponseCallbackData, type InteractionReplyOptions, type MessageComponentInteraction, type ModalSubmitInteraction, type RepliableInteraction } from 'discord.js';
import type { Failure } from '../../shared';
import type { LobbyPlace } from '../persistence/lobby.repository';
import { refusal } from '../views/refusal.view';
import { takeTurn } from './acknowledgement';

type Payload = Omit<InteractionReplyOptions, 'flags'>;
type Component = Extract<RepliableInteraction, MessageComponentInteraction>;

/** Answers for one person's eyes, whether or not the interaction was acknowledged already. */
export async function answerPrivately(interaction: RepliableInteraction, payload: Payload): Promise<void> {
  const { how, isOpen } = await takeTurn(interaction);
  const content = { ...payload, flags: MessageFlags.Ephemeral } as const;
  if (how === 'first') return void (await interaction.reply(content));
  if (how === 'private' && isOpen) return void (await interaction.editReply(payload));
  // What everybody was told to wait for will not come.
  if (how === 'public' && isOpen) await interaction.deleteReply();
  await interaction.followUp(content);
}

/** Answers for everybody, and says where that stands. */
export async function answerPublicly(interaction: RepliableInteraction, payload: Payload): Promise<LobbyPlace> {
  const { how, isOpen } = await takeTurn(interaction);
  if (how === 'first') {
    const message = (await interaction.reply({ ...payload, withResponse: true })).resource?.message;
    if (!message) throw new Error('Discord did not say which message it is');
    return { channelId: message.channelId, messageId: message.id };
  }
  const message = how === 'public' && isOpen ? await interaction.editReply(payload) : await interaction.followUp(payload);
  return { channelId: message.channelId, messageId: message.id };
}

/** Changes the message below which it was pressed, or the one from which its form was opened. */
export async function changeMessage(interaction: Component | ModalSubmitInteraction, payload: Payload): Promise<void> {
  const { how } = await takeTurn(interaction);
  if (how === 'first' && (interaction.isMessageComponent() || interaction.isFromMessage())) await interaction.update(payload);
  else if (how === 'first') await interaction.reply({ ...payload, flags: MessageFlags.Ephemeral });
  else await interaction.editReply(payload);
}

/** Opens a form. Discord takes one as the first answer alone: where that was too late, `again` is the control that opens it. */
export async function openForm(interaction: Component, form: APIModalInteractionResponseCallbackData, again: () => string | Promise<string> = () => interaction.customId): Promise<void> {
  const { how } = await takeTurn(interaction);
  if (how === 'first') return void (await interaction.showModal(form));
  const late: Payload = { content: 'It took longer than Discord waits for a form.', components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Open the form', custom_id: await again() }] }] };
  await (how === 'private' ? interaction.editReply(late) : interaction.followUp({ ...late, flags: MessageFlags.Ephemeral }));
}

/** `next`: buttons that do what the refusal advises. */
export async function refuse(interaction: RepliableInteraction, failure: Failure, next?: Pick<InteractionReplyOptions, 'components'>): Promise<void> {
  await answerPrivately(interaction, { ...refusal(failure), ...next });
}
