import type { InteractionType } from 'discord.js';
import type { Press } from '../interactions/desk';
import type { World } from '../world/world';

/** Who did it: what messages later say of the interaction they come from. `more` says what was pressed. */
export function pressedBy(world: World, userId: string, type: InteractionType, more: object = {}): Press['metadata'] {
  const user = world.directory.member(userId)?.user;
  return { type, user, authorizing_integration_owners: { '0': world.directory.guildId }, ...more } as Press['metadata'];
}
