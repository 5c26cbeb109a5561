import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** What one person asked for once, such as one press of a button. */
interface ClaimedRequest {
  readonly id: string;
  /** Who works on it: a process, and this one time. */
  readonly holder: string;
}

/** Somebody else works on it, or has: nothing is to be done here. */
export class AlreadyHandled extends Error {
  constructor(id: string) {
    super(`Request ${id} is handled elsewhere`);
    this.name = 'AlreadyHandled';
  }
}

const scope = new AsyncLocalStorage<ClaimedRequest>();

/**
 * However many processes are told of a request, one works on it: the one whose claim was first. @throws AlreadyHandled for the
 * others. Every transaction within `work` commits only while that claim stands.
 */
export async function onceForAll<T>(manager: EntityManager, id: string, work: () => Promise<T>): Promise<T> {
  const request = { id, holder: randomUUID() };
  const claimed = await manager.query<object[]>('INSERT INTO handled_request (id, holder) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id', [id, request.holder]);
  if (claimed.length === 0) throw new AlreadyHandled(id);
  return scope.run(request, work);
}

/** In the transaction of what the request brings about. */
export async function confirmClaim(manager: EntityManager): Promise<void> {
  const request = scope.getStore();
  if (!request) return;
  const [rows] = await manager.query<[object[], number]>('UPDATE handled_request SET done_at = coalesce(done_at, clock_timestamp()) WHERE id = $1 AND holder = $2 RETURNING id', [request.id, request.holder]);
  if (rows.length === 0) throw new AlreadyHandled(request.id);
}

/** No request comes again after a day. */
export async function forgetOldRequests(manager: EntityManager): Promise<void> {
  await manager.query(`DELETE FROM handled_request WHERE at < clock_timestamp() - interval '1 day'`);
}
