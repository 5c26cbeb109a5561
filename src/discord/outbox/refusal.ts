import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Codes of Discord's API that are decided upon. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
export const CODES = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  wrongChannelType: 50024,
  invalidWebhookToken: 50027,
  invalidForm: 50035,
  threadArchived: 50083,
  threadExists: 160004,
  threadLocked: 160005,
  alreadyAnswered: 40060,
} as const;

/** What is asked for is not there any more. */
const GONE: readonly number[] = [CODES.unknownChannel, CODES.unknownMessage];
/** The place does not take it from the bot: somebody there has to change something. */
const CLOSED: readonly number[] = [CODES.missingAccess, CODES.missingPermissions, CODES.cannotMessageUser, CODES.wrongChannelType, CODES.threadArchived, CODES.threadLocked];

/**
 * `away`: Discord cannot be asked at all. `gone`, `closed`: this place cannot be reached, others may be. `token`: the bot itself is
 * refused. `ours`: Discord does not accept what was sent, which only a change of the program can mend. `broken`: anything else of ours.
 */
export type Trouble = 'away' | 'gone' | 'closed' | 'token' | 'ours' | 'broken';

/** What stood in the way of a request to Discord. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof OutOfReach) return 'closed';
  if (error instanceof DiscordAPIError) {
    if (GONE.includes(Number(error.code))) return 'gone';
    if (CLOSED.includes(Number(error.code)) || error.status === 403) return 'closed';
    if (error.status === 404) return 'gone';
    if (error.status === 401) return 'token';
    return error.status >= 500 || error.status === 429 ? 'away' : 'ours';
  }
  if (error instanceof HTTPError || error instanceof RateLimitError || isNetwork(error)) return 'away';
  return 'broken';
}

/** Every place that was tried is gone or closed. */
export class OutOfReach extends Error {
  constructor(what: string, readonly last: unknown) {
    super(`${what} can be shown nowhere: ${wordsOf(last)}`, { cause: last });
    this.name = 'OutOfReach';
  }
}

export function isOneOf(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Short, and without what a request carried: addresses of webhooks have tokens in them. */
export function wordsOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.status} ${error.code}: ${error.rawError && 'message' in error.rawError ? error.rawError.message : error.message}`.slice(0, 300);
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);
}

// fetch wraps the reason of what went wrong on the way.
function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return ('code' in error && typeof error.code === 'string' && /^(?:UND_ERR|ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EPIPE|EHOST|ENETUNREACH)/.test(error.code)) || isNetwork(error.cause);
}
