import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PlanId } from '../../../shared';
import type { PlannedResource } from '../domain/plan-outcome';
import { SavedPlanRepository, type SavedPlan } from '../persistence/saved-plan.repository';
import { SealedSecrets } from '../sealing/sealed-secrets';
import { Sealer } from '../sealing/sealer';

/** A plan as it was put away, in clear. */
export interface OpenedPlan {
  readonly file: Buffer;
  readonly mainTfJson: string;
  readonly secrets: readonly string[];
}

export type Binding = Omit<SavedPlan, 'sealedPlan' | 'sealedConfiguration' | 'sealedSecrets' | 'sealedFacts'>;

/** Keeps plans between their making and their one use: sealed, in the database. */
@Injectable()
export class PlanSafe {
  constructor(
    private readonly plans: SavedPlanRepository,
    private readonly sealer: Sealer,
    private readonly secrets: SealedSecrets,
  ) {}

  /** False where a plan of this id is used already. */
  async put(binding: Binding, { file, mainTfJson, secrets }: OpenedPlan, facts: readonly PlannedResource[]): Promise<boolean> {
    const { planId } = binding;
    return this.plans.save({
      ...binding,
      sealedPlan: await this.sealer.seal(file, `plan ${planId}`),
      sealedConfiguration: await this.sealer.seal(Buffer.from(mainTfJson), `configuration ${planId}`),
      sealedSecrets: await this.secrets.seal(secrets, planId),
      sealedFacts: await this.sealer.seal(Buffer.from(JSON.stringify(facts)), `facts ${planId}`),
    });
  }

  /** What the plan is bound to; undefined where it was never saved or is spent. */
  find(planId: PlanId): Promise<SavedPlan | undefined> {
    return this.plans.find(planId);
  }

  /** Undefined where it is not, byte by byte, what was put away. */
  async open(plan: SavedPlan): Promise<OpenedPlan | undefined> {
    const file = await this.sealer.unseal(plan.sealedPlan, `plan ${plan.planId}`);
    const configuration = await this.sealer.unseal(plan.sealedConfiguration, `configuration ${plan.planId}`);
    if (!file || !configuration || createHash('sha256').update(file).digest('hex') !== plan.sha256) return undefined;
    return { file, mainTfJson: configuration.toString('utf8'), secrets: await this.secrets.open(plan.sealedSecrets, plan.planId) };
  }

  /** What it does to each resource, as it was told when it was made; undefined where the plan is spent, or that was not kept. */
  async facts(planId: PlanId): Promise<readonly PlannedResource[] | undefined> {
    const sealed = (await this.plans.find(planId))?.sealedFacts;
    const opened = sealed && (await this.sealer.unseal(sealed, `facts ${planId}`));
    return opened ? (JSON.parse(opened.toString('utf8')) as readonly PlannedResource[]) : undefined;
  }
}
