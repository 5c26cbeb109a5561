import { MessageFlags, type InteractionReplyOptions, type RepliableInteraction } from 'discord.js';
import type { Failure } from '../../shared';
import { refusal } from '../views/refusal.view';

/** Answers for one person's eyes, whether or not the interaction was acknowledged already. */
export async function answerPrivately(interaction: RepliableInteraction, payload: Omit<InteractionReplyOptions, 'flags'>): Promise<void> {
  const content = { ...payload, flags: MessageFlags.Ephemeral } as const;
  if (interaction.replied || interaction.deferred) await interaction.followUp(content);
  else await interaction.reply(content);
}

/** `next`: buttons that do what the refusal advises. */
export async function refuse(interaction: RepliableInteraction, failure: Failure, next?: Pick<InteractionReplyOptions, 'components'>): Promise<void> {
  await answerPrivately(interaction, { ...refusal(failure), ...next });
}
