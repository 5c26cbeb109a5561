import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PlanId, RunId } from '../../../shared';
import { Sealer } from './sealer';

const secretList = z.array(z.string());

/** What must never be shown of a plan or a run: sealed, so that whoever follows the run after a crash knows it too. */
@Injectable()
export class SealedSecrets {
  constructor(private readonly sealer: Sealer) {}

  seal(secrets: readonly string[], owner: PlanId | RunId): Promise<Buffer> {
    return this.sealer.seal(Buffer.from(JSON.stringify(secrets)), contextOf(owner));
  }

  /** @throws where they do not open: without them nothing may be shown. */
  async open(sealed: Buffer | null, owner: PlanId | RunId): Promise<readonly string[]> {
    const clear = sealed && (await this.sealer.unseal(sealed, contextOf(owner)));
    if (!clear) throw new Error(`The secrets of ${owner} do not open with this ENCRYPTION_KEY`);
    return secretList.parse(JSON.parse(clear.toString('utf8')));
  }
}

function contextOf(owner: string): string {
  return `secrets ${owner}`;
}
