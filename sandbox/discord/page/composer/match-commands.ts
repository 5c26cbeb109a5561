import type { APIApplicationCommand } from 'discord.js';

/** The commands for what was typed after the slash: by the beginning of the name, then within it, then by description. */
export function matchCommands(commands: readonly APIApplicationCommand[], typed: string): APIApplicationCommand[] {
  const query = typed.trim().toLowerCase();
  const rank = ({ name, description }: APIApplicationCommand): number => {
    if (name.startsWith(query)) return 0;
    if (name.includes(query)) return 1;
    return description.toLowerCase().includes(query) ? 2 : 3;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.command.name.localeCompare(b.command.name))
    .map(({ command }) => command);
}
