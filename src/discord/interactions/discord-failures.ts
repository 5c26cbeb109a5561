import { failure, type Failure } from '../../shared';

/** A button or form that we did not make, or made long ago. */
export const unknownControl = (): Failure => failure('DISCORD.UNKNOWN_CONTROL', 'This button is from an older version, or was never ours. Use `/cloud-list` to find the session, and press a button there.');

export const draftGone = (): Failure => failure('DISCORD.DRAFT_GONE', 'What you typed is not kept any more, or somebody else typed it. Press Add Resource on the session to start again.');

export const botsHoldNothing = (): Failure => failure('DISCORD.BOT', 'Access is granted to people, not to bots. Choose a person.', 'member');
