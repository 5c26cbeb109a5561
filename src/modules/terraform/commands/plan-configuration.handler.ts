import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, newId, ok, type Result, type RunId } from '../../../shared';
import type { PlanOutcome } from '../domain/plan-outcome';
import { planCancelled, planFailed } from '../domain/terraform-failures';
import type { TerraformTool } from '../domain/terraform-tool';
import { StateKeeper } from '../following/state-keeper';
import { readPlan } from '../output/plan-document';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import { ChildEnvironmentBuilder, type ChildEnvironment } from '../process/child-environment';
import { runToEnd } from '../process/terraform-process';
import { ToolFinder } from '../process/tool-finder';
import { Redactor } from '../redaction/redactor';
import { Sealer } from '../sealing/sealer';
import { DataDirectory } from '../workspace/data-directory';
import { ProviderDirectories } from '../workspace/provider-directory';
import { RunDirectory } from '../workspace/run-directory';
import { WorkerIdentity } from '../workspace/worker-identity';
import { PlanConfiguration, type PlanRequest } from './plan-configuration.command';
import { PlanRunner } from './plan-runner';
import { SecretKeeper } from './secret-keeper';

@CommandHandler(PlanConfiguration)
export class PlanConfigurationHandler implements ICommandHandler<PlanConfiguration> {
  constructor(
    private readonly runs: RunRepository,
    private readonly plans: SavedPlanRepository,
    private readonly states: StateKeeper,
    private readonly tools: ToolFinder,
    private readonly environments: ChildEnvironmentBuilder,
    private readonly providers: ProviderDirectories,
    private readonly runner: PlanRunner,
    private readonly sealer: Sealer,
    private readonly secrets: SecretKeeper,
    private readonly worker: WorkerIdentity,
    private readonly directory: DataDirectory,
  ) {}

  async execute({ request }: PlanConfiguration): Promise<Result<PlanOutcome>> {
    const startedAt = Date.now();
    const [tool, environment] = [await this.tools.find(), await this.environments.build(request.credentialsProfile)];
    if (!tool.ok) return tool;
    if (!environment.ok) return environment;
    await this.directory.prepare();
    const follower = await this.open(request);
    const directory = new RunDirectory(this.directory.runs, request.runId);
    try {
      const planned = await this.plan(request, tool.value, environment.value, directory, follower, startedAt);
      const outcome = planned.ok ? 'succeeded' : planned.failure.code === 'TERRAFORM.PLAN_CANCELLED' ? 'cancelled' : 'failed';
      await this.end(request.runId, follower, outcome, planned.ok ? undefined : planned.failure.message);
      return planned;
    } catch (error) {
      await this.end(request.runId, follower, 'failed', undefined);
      throw error;
    } finally {
      // The plan file is cleartext, and what is worth keeping is stored.
      await directory.remove();
    }
  }

  private async open({ runId, deploymentId, planId }: PlanRequest): Promise<string> {
    const workerId = await this.worker.id();
    if (!(await this.runs.add({ id: runId, kind: 'plan', deploymentId, planId, workerId }))) await this.runs.reopen(runId, workerId);
    const follower = newId<RunId>('flw');
    await this.runs.takeOver(runId, follower);
    await this.runs.markRunning(runId, follower);
    return follower;
  }

  private async plan(request: PlanRequest, tool: TerraformTool, environment: ChildEnvironment, directory: RunDirectory, follower: string, startedAt: number): Promise<Result<PlanOutcome>> {
    const { runId, planId, deploymentId, mainTfJson, configDigest, destroy = false } = request;
    const initialised = await this.providers.ensure(tool, mainTfJson, environment);
    if (!initialised.ok) return initialised;
    const newest = await this.states.newest(deploymentId);
    await directory.make();
    await directory.fill(mainTfJson, initialised.value, newest && (await this.states.open(newest)));
    const invocation = { program: tool.binary, directory: directory.path, environment: environment.variables };
    const run = await this.runner.run({ ...invocation, args: ['plan', '-input=false', '-json', '-lock-timeout=60s', `-out=${directory.planFile}`, ...(destroy ? ['-destroy'] : [])] }, runId, follower, new Redactor(environment.secrets));
    if (run.cancelled) return fail(planCancelled());
    if (run.exitCode !== 0) return fail(planFailed(run.error ?? `Terraform ended with code ${run.exitCode}.`));
    const shown = await runToEnd({ ...invocation, args: ['show', '-json', '-no-color', directory.planFile] });
    if (shown.exitCode !== 0) throw new Error(`terraform show ended with code ${shown.exitCode}`);
    const { counts, changes, resources, secrets } = readPlan(shown.stdout);
    const planBytes = await readFile(directory.planFile);
    const bound = {
      planId, configDigest, sha256: createHash('sha256').update(planBytes).digest('hex'), lockDigest: await directory.lockDigest(),
      stateSerial: newest?.serial ?? null, stateLineage: newest?.lineage ?? null, tool: tool.tool, version: tool.version,
    };
    const saved = await this.plans.save({
      ...bound, deploymentId, destroys: destroy,
      sealedPlan: await this.sealer.seal(planBytes, `plan ${planId}`),
      sealedConfiguration: await this.sealer.seal(Buffer.from(mainTfJson), `configuration ${planId}`),
      sealedSecrets: await this.secrets.sealForPlan(planId, secrets),
    });
    if (!saved) throw new Error(`Plan ${planId} is used already`);
    return ok({ ...bound, counts, changes, resources, durationMs: Date.now() - startedAt });
  }

  private async end(runId: RunId, follower: string, outcome: 'succeeded' | 'failed' | 'cancelled', error: string | undefined): Promise<void> {
    await this.runs.end(runId, follower, { outcome, exitCode: null, outputs: {}, resourcesInState: 0, ...(error && { error }) });
  }
}
