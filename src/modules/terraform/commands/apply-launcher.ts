import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { StateKeeper } from '../following/state-keeper';
import { SavedPlanRepository, type SavedPlan } from '../persistence/saved-plan.repository';
import { ChildEnvironmentBuilder } from '../process/child-environment';
import { startApply } from '../process/run-starter';
import { ToolFinder } from '../process/tool-finder';
import { Sealer } from '../sealing/sealer';
import { ProviderDirectories } from '../workspace/provider-directory';
import type { RunDirectory } from '../workspace/run-directory';
import type { ApprovedPlan } from './apply-plan.command';

/** Lays out what an approved plan needs, and starts it. Safe to repeat until the supervisor has left its mark. */
@Injectable()
export class ApplyLauncher {
  constructor(
    private readonly plans: SavedPlanRepository,
    private readonly states: StateKeeper,
    private readonly tools: ToolFinder,
    private readonly environments: ChildEnvironmentBuilder,
    private readonly providers: ProviderDirectories,
    private readonly sealer: Sealer,
  ) {}

  planOf(plan: SavedPlan): Promise<Buffer | undefined> {
    return this.sealer.unseal(plan.sealedPlan, `plan ${plan.planId}`);
  }

  configurationOf(plan: SavedPlan): Promise<Buffer | undefined> {
    return this.sealer.unseal(plan.sealedConfiguration, `configuration ${plan.planId}`);
  }

  /** @throws where the plan that was claimed a moment ago cannot be laid out: nothing is running then. */
  async launch({ planId, deploymentId, credentialsProfile }: ApprovedPlan, directory: RunDirectory): Promise<void> {
    const [tool, environment, plan] = [await this.tools.find(), await this.environments.build(credentialsProfile), await this.plans.find(planId)];
    if (!tool.ok) throw new Error(tool.failure.message);
    if (!environment.ok) throw new Error(environment.failure.message);
    const [planBytes, configuration] = plan ? [await this.planOf(plan), await this.configurationOf(plan)] : [];
    if (!planBytes || !configuration) throw new Error(`Plan ${planId} does not open with this ENCRYPTION_KEY`);
    const mainTfJson = configuration.toString('utf8');
    const initialised = await this.providers.ensure(tool.value, mainTfJson, environment.value);
    if (!initialised.ok) throw new Error(initialised.failure.message);
    const newest = await this.states.newest(deploymentId);
    await directory.make();
    await directory.fill(mainTfJson, initialised.value, newest && (await this.states.open(newest)));
    await writeFile(directory.planFile, planBytes, { mode: 0o600 });
    startApply(tool.value, directory, environment.value);
  }
}
