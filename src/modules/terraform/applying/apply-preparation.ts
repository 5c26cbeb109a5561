import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '../../../shared';
import type { ApprovedPlan } from '../commands/apply-plan.command';
import { planStale } from '../domain/terraform-failures';
import { StateStore, type StoredState } from '../following/state-store';
import type { SavedPlan } from '../persistence/saved-plan.repository';
import { PlanSafe, type OpenedPlan } from '../planning/plan-safe';
import { TerraformSetups, type TerraformSetup } from '../workspace/terraform-setup';

/** A plan that may be applied, and everything its apply needs. */
export interface PreparedApply {
  readonly saved: SavedPlan;
  readonly plan: OpenedPlan;
  readonly setup: TerraformSetup;
  readonly state: StoredState | undefined;
}

/** Checks that an approved plan is still exactly what was approved, and that the world is still the one it was made in. */
@Injectable()
export class ApplyPreparation {
  constructor(
    private readonly safe: PlanSafe,
    private readonly setups: TerraformSetups,
    private readonly states: StateStore,
  ) {}

  /** Refused: TERRAFORM.PLAN_STALE, and what stands in the way of Terraform itself. */
  async prepare({ planId, deploymentId, expected, credentials }: ApprovedPlan): Promise<Result<PreparedApply>> {
    const saved = await this.safe.find(planId);
    if (!saved || saved.deploymentId !== deploymentId) return fail(planStale());
    if (saved.sha256 !== expected.sha256 || saved.configDigest !== expected.configDigest) return fail(planStale());
    const plan = await this.safe.open(saved);
    if (!plan) return fail(planStale());
    const setup = await this.setups.prepare(plan.mainTfJson, credentials);
    if (!setup.ok) return setup;
    if (!isMadeWith(saved, setup.value)) return fail(planStale());
    const state = await this.states.newest(deploymentId);
    if (!state.ok) return state;
    return isMadeFrom(saved, state.value) ? ok({ saved, plan, setup: setup.value, state: state.value }) : fail(planStale());
  }
}

function isMadeWith(saved: SavedPlan, { tool, providers }: TerraformSetup): boolean {
  return saved.tool === tool.tool && saved.version === tool.version && saved.lockDigest === providers.lockDigest;
}

function isMadeFrom(saved: SavedPlan, newest: StoredState | undefined): boolean {
  return saved.stateSerial === (newest?.state.serial ?? null) && saved.stateLineage === (newest?.state.lineage ?? null);
}
