import { JSONParser } from '@streamparser/json';
import pRetry, { AbortError } from 'p-retry';
import { z } from 'zod';
import type { PriceApi } from '../domain/price-list';
import { PriceApiFault } from './price-api-fault';

export interface HttpPriceApiOptions {
  /** Without a slash at its end. */
  readonly base: string;
  readonly key?: { readonly value: string; readonly parameter?: string };
  /** The first pause before asking again; each further one is twice as long. */
  readonly pauseMs?: number;
  /** How long an answer may take, to its last byte; ten times as long for one that is read in parts. */
  readonly timeoutMs?: number;
}

const RETRIES = 3;
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PAUSE_MS = 60_000;
const PART_TIMES = 10;

/** A pricing API over HTTP. */
export class HttpPriceApi implements PriceApi {
  private readonly base: URL;

  constructor(private readonly options: HttpPriceApiOptions) {
    this.base = new URL(options.base);
  }

  json<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return this.persistently(path, 1, async (response) => {
      const parsed = shape.safeParse(JSON.parse(await limitedText(response)));
      if (!parsed.success) throw new AbortError(`it answers in another shape than it used to: ${z.prettifyError(parsed.error).split('\n')[0]}`);
      return parsed.data;
    });
  }

  parts<T>(path: string, paths: readonly string[], keep: (value: unknown, key: string) => T | undefined): Promise<readonly T[]> {
    return this.persistently(path, PART_TIMES, async (response) => {
      const kept: T[] = [];
      const parser = new JSONParser({ paths: [...paths], keepStack: false });
      parser.onValue = ({ value, key }) => {
        const one = keep(value, String(key));
        if (one !== undefined) kept.push(one);
      };
      for await (const chunk of response.body ?? []) parser.write(chunk as Uint8Array);
      if (!parser.isEnded) throw new Error('its answer ends halfway');
      return kept;
    });
  }

  private async persistently<T>(path: string, times: number, read: (response: Response) => Promise<T>): Promise<T> {
    const url = this.address(path);
    const { pauseMs = 1_000, timeoutMs = 60_000 } = this.options;
    try {
      return await pRetry(() => this.ask(url, timeoutMs * times).then(read).catch(rethrow), {
        retries: RETRIES, minTimeout: pauseMs, factor: 2, randomize: true, maxTimeout: MOST_PAUSE_MS,
        onFailedAttempt: async ({ error }) => error instanceof TooMany && error.pauseMs > 0 ? new Promise((resolve) => setTimeout(resolve, Math.min(error.pauseMs, MOST_PAUSE_MS))) : undefined,
      });
    } catch (error) {
      throw new PriceApiFault(`${url.host}${url.pathname}: ${reasonOf(error)}`, { cause: error });
    }
  }

  private async ask(url: URL, timeoutMs: number): Promise<Response> {
    const { key } = this.options;
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
      headers: { accept: 'application/json', ...(key && key.parameter === undefined && { authorization: `Bearer ${key.value}` }) },
    });
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 429 || response.status >= 500) throw new TooMany(`it answers ${response.status}`, pauseOf(response));
    throw new AbortError(`it answers ${response.status}${response.status === 401 || response.status === 403 ? ': check the key' : ''}`);
  }

  // An answer may name the address of its next page; a key goes nowhere but to the API itself.
  private address(path: string): URL {
    const url = new URL(path.startsWith('/') ? `${this.options.base}${path}` : path);
    if (url.origin !== this.base.origin) throw new PriceApiFault(`${this.base.host}: it sends to another address, ${url.host}`);
    const { key } = this.options;
    if (key?.parameter !== undefined) url.searchParams.set(key.parameter, key.value);
    return url;
  }
}

class TooMany extends Error {
  constructor(message: string, readonly pauseMs: number) {
    super(message);
  }
}

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > MOST_BYTES) throw new AbortError('its answer is larger than 64 MB');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

// Whatever broke, it is worth another try, but for what is said to be final.
function rethrow(error: unknown): never {
  if (error instanceof AbortError || error instanceof TooMany) throw error;
  throw new Error(reasonOf(error), { cause: error });
}

const spoken = z.object({ message: z.string(), cause: z.object({ message: z.string() }).optional().catch(undefined) });

// The reason of a broken connection is the cause of fetch's own words.
function reasonOf(error: unknown): string {
  const said = spoken.safeParse(error);
  if (!said.success) return String(error);
  const { message, cause } = said.data;
  return (cause && !message.includes(cause.message) ? `${message} (${cause.message})` : message).slice(0, 300);
}
