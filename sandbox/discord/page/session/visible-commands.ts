import type { APIApplicationCommand } from 'discord.js';
import type { Persona } from '../../page-api';
import { chatInput } from '../kinds';

const administrator = 1n << 3n;

/** As Discord does, commands whose default permissions a person lacks are not offered to them. */
export function visibleCommands(commands: readonly APIApplicationCommand[], persona: Pick<Persona, 'permissions'>): APIApplicationCommand[] {
  const held = BigInt(persona.permissions);
  return commands.filter(({ type, default_member_permissions: needed }) => {
    if (type !== chatInput) return false;
    if (needed === null || (held & administrator) !== 0n) return true;
    const bits = BigInt(needed);
    return bits !== 0n && (held & bits) === bits;
  });
}
