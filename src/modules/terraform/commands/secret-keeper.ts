import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PlanId, RunId } from '../../../shared';
import { RunRepository } from '../persistence/run.repository';
import type { SavedPlan } from '../persistence/saved-plan.repository';
import { Sealer } from '../sealing/sealer';

const secretList = z.array(z.string());

/** What must never be shown of a run: sealed, so that whoever follows the run after a crash knows it too. */
@Injectable()
export class SecretKeeper {
  constructor(
    private readonly runs: RunRepository,
    private readonly sealer: Sealer,
  ) {}

  sealForPlan(planId: PlanId, secrets: readonly string[]): Promise<Buffer> {
    return this.sealer.seal(Buffer.from(JSON.stringify(secrets)), `secrets ${planId}`);
  }

  /** Hands a plan's secrets, and those of the environment, to the run that applies it. */
  async keep(runId: RunId, plan: SavedPlan, more: readonly string[]): Promise<void> {
    const secrets = [...(await this.open(plan.sealedSecrets, `secrets ${plan.planId}`)), ...more];
    const sealed = await this.sealer.seal(Buffer.from(JSON.stringify(secrets)), `secrets ${runId}`);
    await this.runs.keepSecrets(runId, sealed);
  }

  async of(runId: RunId): Promise<readonly string[]> {
    const sealed = await this.runs.secretsOf(runId);
    return sealed ? this.open(sealed, `secrets ${runId}`) : [];
  }

  private async open(sealed: Buffer, context: string): Promise<readonly string[]> {
    const clear = await this.sealer.unseal(sealed, context);
    if (!clear) throw new Error(`${context} do not open with this ENCRYPTION_KEY`);
    return secretList.parse(JSON.parse(clear.toString('utf8')));
  }
}
