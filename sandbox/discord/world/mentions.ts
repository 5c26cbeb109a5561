import type { APIUser } from 'discord.js';
import type { MessageBody } from '../limits/message-body';
import type { Directory } from './directory';

export interface Mentions {
  mentions: APIUser[];
  mention_roles: string[];
  mention_everyone: boolean;
}

/** Whom a text mentions, as far as `allowed_mentions` lets it. Without that, everybody named is mentioned. */
export function mentionsIn(directory: Directory, content: string, allowed: MessageBody['allowed_mentions']): Mentions {
  const may = (kind: 'users' | 'roles', id: string) => allowed == null || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const ids = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
  return {
    mentions: ids(/<@!?(\d+)>/g)
      .filter((id) => may('users', id))
      .flatMap((id) => directory.member(id)?.user ?? []),
    mention_roles: ids(/<@&(\d+)>/g).filter((id) => directory.role(id) !== undefined && may('roles', id)),
    mention_everyone: /@(everyone|here)\b/.test(content) && (allowed == null || (allowed.parse ?? []).includes('everyone')),
  };
}
