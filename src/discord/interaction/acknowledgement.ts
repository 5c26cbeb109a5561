import { MessageFlags, type RepliableInteraction } from 'discord.js';

/**
 * How an interaction is acknowledged before its answer is ready: `public` and `private`: an answer for everybody, or for one
 * person, will follow; `update`: the message below which it was pressed will change, or nothing is to be seen.
 */
export type Acknowledgement = 'public' | 'private' | 'update';

/** Whoever answers, and whoever acknowledges because the answer takes its time, agree here on who is first. */
interface Answering {
  /** How it was acknowledged; absent where the answer itself is first. */
  how?: Acknowledgement;
  /** The acknowledgement on its way to Discord. */
  onItsWay?: Promise<unknown>;
  isFirstTaken: boolean;
  /** The place that the acknowledgement keeps open has its answer. */
  isFilled: boolean;
}

const known = new WeakMap<RepliableInteraction, Answering>();

function answeringOf(interaction: RepliableInteraction): Answering {
  const answering = known.get(interaction) ?? { isFirstTaken: false, isFilled: false };
  known.set(interaction, answering);
  return answering;
}

/** Tells Discord that an answer will come, unless one is under way. */
export async function acknowledge(interaction: RepliableInteraction, how: Acknowledgement): Promise<void> {
  const answering = answeringOf(interaction);
  if (answering.isFirstTaken) return answering.onItsWay?.then(() => undefined);
  answering.isFirstTaken = true;
  answering.how = how;
  answering.onItsWay = send(interaction, how);
  await answering.onItsWay;
}

/** For whoever answers now: how it was acknowledged, or that this answer is the first. `isOpen`: the acknowledgement still waits for its answer. */
export async function takeTurn(interaction: RepliableInteraction): Promise<{ readonly how: Acknowledgement | 'first' | 'answered'; readonly isOpen: boolean }> {
  const answering = answeringOf(interaction);
  await answering.onItsWay;
  if (!answering.isFirstTaken) {
    answering.isFirstTaken = true;
    answering.isFilled = true;
    return { how: 'first', isOpen: true };
  }
  const isOpen = !answering.isFilled;
  answering.isFilled = true;
  return { how: answering.how ?? 'answered', isOpen };
}

function send(interaction: RepliableInteraction, how: Acknowledgement): Promise<unknown> {
  if (how !== 'update') return interaction.deferReply(how === 'private' ? { flags: MessageFlags.Ephemeral } : {});
  if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) return interaction.deferUpdate();
  return interaction.deferReply({ flags: MessageFlags.Ephemeral });
}
