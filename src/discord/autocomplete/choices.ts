import type { AutocompleteInteraction } from 'discord.js';

const MOST = 25;

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Answers with what contains the typed text, whatever its case. */
export async function suggest(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const matching = choices.filter(({ name, value }) => name.toLowerCase().includes(typed) || value.toLowerCase().includes(typed));
  await interaction.respond(matching.slice(0, MOST).map(({ name, value }) => ({ name: name.slice(0, 100), value })));
}
