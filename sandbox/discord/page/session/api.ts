import type { PageAnswer, PageInteraction, PageMessage, PageState } from '../../page-api';

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`Reading ${path} was answered with ${response.status}`);
  return (await response.json()) as T;
}

/** Without a persona, as on a first visit, the server chooses whose eyes to see with. */
export function fetchState(persona?: string): Promise<PageState> {
  return get(persona ? `/page/state?persona=${encodeURIComponent(persona)}` : '/page/state');
}

export function fetchMessages(persona: string, channelId: string): Promise<PageMessage[]> {
  return get(`/page/channels/${encodeURIComponent(channelId)}/messages?persona=${encodeURIComponent(persona)}`);
}

/** Never throws: a server that is away is one more reason for which an interaction fails. */
export async function interact(interaction: PageInteraction): Promise<PageAnswer> {
  try {
    const response = await fetch('/page/interactions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(interaction),
    });
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer;
    return { outcome: 'failed', reason: `The sandbox answered with status ${response.status}. Try again.` };
  } catch {
    return { outcome: 'failed', reason: 'The sandbox cannot be reached. Try again in a moment.' };
  }
}

function isAnswer(value: unknown): value is PageAnswer {
  return typeof value === 'object' && value !== null && 'outcome' in value;
}
