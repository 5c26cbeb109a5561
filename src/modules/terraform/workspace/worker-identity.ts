import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { newId } from '../../../shared';
import { madeOnce } from './made-once';

/** Who this worker is, for as long as its DATA_DIR lives: a run belongs to the worker that holds its files. */
@Injectable()
export class WorkerIdentity {
  private known?: Promise<string>;

  constructor(private readonly settings: Settings) {}

  id(): Promise<string> {
    this.known ??= madeOnce(join(this.settings.dataDir, 'worker-id'), () => newId('wrk'));
    return this.known;
  }
}
