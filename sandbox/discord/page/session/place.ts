import type { PageChannel, PageState } from '../../page-api';

/** Where the page is: a channel, and the thread open beside it. Kept in the address so that a reload stays there. */
export interface Place {
  channelId: string;
  threadId?: string;
}

export function placeInAddress(): Place | undefined {
  const [channelId, threadId] = location.hash.slice(1).split('/');
  return channelId ? { channelId, ...(threadId ? { threadId } : {}) } : undefined;
}

export function putInAddress({ channelId, threadId }: Place): void {
  history.replaceState(null, '', `#${channelId}${threadId ? `/${threadId}` : ''}`);
}

/** The place that was asked for as far as it exists, else the first channel. */
export function existingPlace(state: PageState, wanted: Place | undefined): Place | undefined {
  const find = (id: string | undefined): PageChannel | undefined => state.channels.find((channel) => channel.id === id);
  const thread = find(wanted?.threadId);
  const channel = find(thread?.parentId ?? wanted?.channelId) ?? state.channels.find(({ kind }) => kind === 'text');
  if (!channel) return undefined;
  return { channelId: channel.id, ...(thread && thread.parentId === channel.id ? { threadId: thread.id } : {}) };
}
