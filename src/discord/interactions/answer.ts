import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Failure } from '../../shared';
import { failureView } from '../views/failure.view';
import type { MessageView } from '../views/message-view';

/** Answers one person only, whether or not the interaction was acknowledged already. */
export async function answerPrivately(interaction: RepliableInteraction, view: MessageView): Promise<void> {
  const message = { ...view, flags: MessageFlags.Ephemeral } as const;
  if (interaction.replied || interaction.deferred) await interaction.followUp(message);
  else await interaction.reply(message);
}

/** Says what was refused, why, and what to do next. */
export function refuse(interaction: RepliableInteraction, failure: Failure): Promise<void> {
  return answerPrivately(interaction, failureView(failure));
}
