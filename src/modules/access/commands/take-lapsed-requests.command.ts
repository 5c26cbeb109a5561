import { Command } from '@nestjs/cqrs';
import type { AccessRequest } from '../domain/access-request';

/** Ends the requests whose time is over, each of them handed out once: belongs into the transaction that tells of it. */
export class TakeLapsedRequests extends Command<readonly AccessRequest[]> {}
