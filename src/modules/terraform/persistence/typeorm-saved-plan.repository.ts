import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transaction } from '../../../database';
import type { DeploymentId, PlanId, RunId } from '../../../shared';
import { SavedPlanRepository, type SavedPlan } from './saved-plan.repository';
import { SavedPlanRow } from './saved-plan.row';

@Injectable()
export class TypeormSavedPlanRepository extends SavedPlanRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async save(plan: SavedPlan): Promise<boolean> {
    const rows = await this.transaction.manager.query<object[]>(
      `INSERT INTO saved_plan (plan_id, deployment_id, applies_as, settles, is_empty, sha256, config_digest, lock_digest, state_serial, state_lineage, tool, version, sealed_plan, sealed_configuration, sealed_secrets, sealed_facts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (plan_id) DO UPDATE SET deployment_id = EXCLUDED.deployment_id, applies_as = EXCLUDED.applies_as, settles = EXCLUDED.settles, is_empty = EXCLUDED.is_empty, sha256 = EXCLUDED.sha256, config_digest = EXCLUDED.config_digest,
         lock_digest = EXCLUDED.lock_digest, state_serial = EXCLUDED.state_serial, state_lineage = EXCLUDED.state_lineage, tool = EXCLUDED.tool, version = EXCLUDED.version,
         sealed_plan = EXCLUDED.sealed_plan, sealed_configuration = EXCLUDED.sealed_configuration, sealed_secrets = EXCLUDED.sealed_secrets, sealed_facts = EXCLUDED.sealed_facts, made_at = clock_timestamp()
       WHERE saved_plan.used_at IS NULL
       RETURNING plan_id`,
      [plan.planId, plan.deploymentId, plan.appliesAs, plan.settles, plan.isEmpty, plan.sha256, plan.configDigest, plan.lockDigest, plan.stateSerial, plan.stateLineage, plan.tool, plan.version,
        plan.sealedPlan, plan.sealedConfiguration, plan.sealedSecrets, plan.sealedFacts],
    );
    return rows.length === 1;
  }

  async find(planId: PlanId): Promise<SavedPlan | undefined> {
    const row = await this.transaction.manager.findOneBy(SavedPlanRow, { planId });
    if (!row?.sealedPlan || !row.sealedConfiguration || !row.sealedSecrets) return undefined;
    return {
      planId,
      deploymentId: row.deploymentId as DeploymentId,
      appliesAs: row.appliesAs,
      settles: row.settles,
      isEmpty: row.isEmpty,
      sha256: row.sha256,
      configDigest: row.configDigest,
      lockDigest: row.lockDigest,
      stateSerial: row.stateSerial === null ? null : Number(row.stateSerial),
      stateLineage: row.stateLineage,
      tool: row.tool,
      version: row.version,
      sealedPlan: row.sealedPlan,
      sealedConfiguration: row.sealedConfiguration,
      sealedSecrets: row.sealedSecrets,
      sealedFacts: row.sealedFacts,
    };
  }

  async use(planId: PlanId, runId: RunId): Promise<boolean> {
    const { affected } = await this.transaction.manager.update(SavedPlanRow, { planId, usedAt: IsNull() }, { usedAt: () => 'clock_timestamp()', usedByRun: runId });
    return affected === 1;
  }

  async discard(deploymentId: DeploymentId): Promise<void> {
    await this.transaction.manager.update(SavedPlanRow, { deploymentId, usedAt: IsNull() }, { sealedPlan: null, sealedConfiguration: null, sealedSecrets: null, sealedFacts: null });
  }

  async spend(planId: PlanId): Promise<void> {
    await this.transaction.manager.update(SavedPlanRow, { planId }, { sealedPlan: null, sealedConfiguration: null, sealedSecrets: null, sealedFacts: null });
  }
}
