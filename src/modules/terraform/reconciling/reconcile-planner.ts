import { Injectable } from '@nestjs/common';
import { ok, type DeploymentId, type Result } from '../../../shared';
import type { PlanRequest } from '../commands/plan-configuration.command';
import type { JournalStep } from '../domain/journal';
import type { Orphan } from '../domain/plan-outcome';
import type { Pen } from '../following/run-recorder';
import type { StoredState } from '../following/state-store';
import { RunRepository } from '../persistence/run.repository';
import { PlanMaker, type MadePlan } from '../planning/plan-maker';
import { Redactor } from '../redaction/redactor';
import { Sealer } from '../sealing/sealer';
import type { TerraformSetup } from '../workspace/terraform-setup';
import { addressesIn, withImports, type Importable } from './import-blocks';
import { unrecorded } from './reconciliation';

export interface ReconcilePlan {
  readonly made: MadePlan;
  readonly orphans: readonly Orphan[];
  /** False where something is left for another reconciliation after this one. */
  readonly settles: boolean;
}

const MOST_TRIES = 4;

/**
 * Plans how the state comes back to the truth after an interrupted run: what the journal knows and the state does not is
 * imported; with nothing to import, the state is refreshed. It never plans to make, change or destroy an object: where
 * Terraform would have to, that import waits until the state is refreshed.
 */
@Injectable()
export class ReconcilePlanner {
  constructor(
    private readonly runs: RunRepository,
    private readonly maker: PlanMaker,
    private readonly sealer: Sealer,
  ) {}

  /** Refused: TERRAFORM.PLAN_FAILED, TERRAFORM.PLAN_CANCELLED. */
  async plan(pen: Pen, request: PlanRequest, setup: TerraformSetup, state: StoredState | undefined): Promise<Result<ReconcilePlan>> {
    const { mainTfJson, deploymentId } = request;
    const { imports, orphans } = unrecorded(await this.journal(deploymentId), state?.state.addresses ?? [], addressesIn(mainTfJson));
    const left: Orphan[] = [...orphans];
    const redactor = redactorOf(setup, state);
    let wanted = imports;
    for (let tries = 1; wanted.length > 0 && tries <= MOST_TRIES; tries += 1) {
      const made = await this.maker.make(pen, { mainTfJson: withImports(mainTfJson, wanted), args: wanted.map(({ address }) => `-target=${address}`) }, setup, state);
      if (!made.ok && made.failure.code !== 'TERRAFORM.PLAN_FAILED') return made;
      const changed = made.ok ? changedBy(made.value) : [];
      if (made.ok && changed.length === 0) return ok({ made: made.value, orphans: left, settles: true });
      const dropped = made.ok ? droppedFor(wanted, changed) : refusedBy(wanted, made.failure.message, redactor);
      left.push(...dropped.map((object) => ({ ...object, reason: made.ok ? ('later' as const) : ('refused' as const) })));
      wanted = wanted.filter((object) => !dropped.includes(object));
    }
    const refreshed = await this.maker.make(pen, { mainTfJson, args: ['-refresh-only'] }, setup, state);
    if (!refreshed.ok) return refreshed;
    // With nothing to refresh, what had to wait for it is not there any more.
    const isTrue = refreshed.value.contents.resource_drift.length === 0;
    return ok({ made: refreshed.value, orphans: left.map((orphan) => (isTrue && orphan.reason === 'later' ? { ...orphan, reason: 'refused' } : orphan)), settles: isTrue || left.every(({ reason }) => reason !== 'later') });
  }

  private async journal(deploymentId: DeploymentId): Promise<JournalStep[]> {
    const entries = await this.runs.unsettled(deploymentId);
    return Promise.all(entries.map(async ({ runId, sealedId, sealedAddress, ...step }) => {
      const id = sealedId && (await this.sealer.unseal(sealedId, `id ${runId}`));
      const address = sealedAddress && (await this.sealer.unseal(sealedAddress, `address ${runId}`));
      return { ...step, ...(address && { address: address.toString('utf8') }), ...(id && { id: id.toString('utf8') }) };
    }));
  }
}

function redactorOf({ secrets }: TerraformSetup, state: StoredState | undefined): Redactor {
  return new Redactor([...secrets, ...(state?.state.sensitiveValues ?? [])]);
}

/** What the plan would do to objects themselves. */
function changedBy({ contents }: MadePlan): readonly string[] {
  return contents.resource_changes.filter(({ mode, change }) => mode === 'managed' && change.actions.some((action) => action !== 'no-op')).map(({ address }) => address);
}

// An object of the journal that is gone would be made again; where something else would be, the state has to be refreshed first.
function droppedFor(wanted: readonly Importable[], changed: readonly string[]): readonly Importable[] {
  const gone = wanted.filter(({ address }) => changed.includes(address));
  return gone.length > 0 && gone.length === changed.length ? gone : wanted;
}

// Where Terraform does not say which one it cannot import, none of them is tried again.
// One name may begin like another.
function isNamed(message: string, name: string): boolean {
  const pattern = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${pattern}(?![\\w[-]|\\.\\w)`).test(message);
}

// The message is redacted, so an address is looked for as it would stand there; of two ids that are hidden nobody knows which is meant.
function refusedBy(wanted: readonly Importable[], message: string, redactor: Redactor): readonly Importable[] {
  const named = wanted.filter(({ address, id }) => isNamed(message, redactor.redact(address)) || (redactor.redact(id) === id && isNamed(message, id)));
  return named.length > 0 ? named : wanted;
}
