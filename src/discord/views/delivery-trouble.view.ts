import type { APIEmbed } from 'discord.js';
import type { SessionView } from '../../modules/sessions';
import type { Place } from '../notices/notice';
import type { LobbyRow } from '../persistence/lobby.row';
import { code } from './text';

const AMBER = 0xf0b232;

/** Why a lobby stands in a message of its own, and not where its command was given. */
export function movedLobby({ deploymentName, ownerId }: SessionView, { channelId, messageId }: LobbyRow, place: Place): { content: string } {
  if (place.kind === 'person') return { content: `The message that showed ${code(deploymentName)} is gone, and its channel with it. This one goes on showing it; to act on it, use \`/cloud-list\` in the server.` };
  const where = place.id === channelId ? '' : ` in <#${channelId}>`;
  return { content: messageId === null ? `<@${ownerId}>, this is ${code(deploymentName)}: the answer to your command did not arrive.` : `<@${ownerId}>, the message that showed ${code(deploymentName)}${where} is gone. This one goes on showing it.` };
}

/** To whoever began it: its message stays as it is until somebody lets the bot in again. */
export function closedLobbyNotice({ deploymentName, id }: SessionView, channelId: string): { embeds: APIEmbed[] } {
  return {
    embeds: [{
      color: AMBER, title: 'A message cannot be kept up to date',
      description: `I may not write in <#${channelId}> any more, so the message there that shows ${code(deploymentName)} (${code(id)}) is out of date. Ask who manages the server to let Cloud Engine view that channel and send messages there; it is brought up to date by itself then. \`/cloud-list\` shows how it stands.`,
    }],
  };
}

/** Why a log does not stand in a thread. */
export function logElsewhere({ deploymentName }: SessionView, place: Place): { content: string } {
  const why = place.kind === 'person' ? 'its channel cannot be reached' : 'it has no thread that I can write into';
  return { content: `The log of ${code(deploymentName)} is here, since ${why}.` };
}

const WHAT_FOR = {
  ViewChannel: ['View Channel', 'keep the message up to date'],
  SendMessages: ['Send Messages', 'post here'],
  CreatePublicThreads: ['Create Public Threads', 'show the apply live in a thread'],
  SendMessagesInThreads: ['Send Messages in Threads', 'show the apply live in a thread'],
  EmbedLinks: ['Embed Links', 'show how it ended'],
  AttachFiles: ['Attach Files', 'attach its log'],
} as const;

export type NeededPermission = keyof typeof WHAT_FOR;
export const NEEDED_PERMISSIONS = Object.keys(WHAT_FOR) as NeededPermission[];

/** What will not work in the channel of a session, said when it is opened. `noThreads`: the channel itself has none. */
export function missingHere(missing: readonly NeededPermission[], noThreads: boolean): { embeds: APIEmbed[] } {
  const wants = missing.map((permission) => `**${WHAT_FOR[permission][0]}** to ${WHAT_FOR[permission][1]}`);
  const asks = wants.length > 0 ? `Here I lack the permission${wants.length === 1 ? '' : 's'} ${wants.join(', ')}. Ask who manages the server to give ${wants.length === 1 ? 'it' : 'them'} to Cloud Engine.` : 'This channel has no threads.';
  const then = missing.includes('SendMessages') || missing.includes('ViewChannel') || missing.includes('AttachFiles')
    ? 'Until then the log of an apply is sent to the project’s channel, or to you in a direct message.'
    : noThreads || missing.includes('CreatePublicThreads') ? 'The log of an apply will be posted in this channel when it has ended.' : '';
  return { embeds: [{ color: AMBER, description: `⚠️ ${asks} ${then}`.trim() }] };
}
