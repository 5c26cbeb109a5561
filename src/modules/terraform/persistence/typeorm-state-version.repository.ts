import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';
import type { StateVersionSummary } from '../queries/list-state-versions.query';
import { StateVersionRepository, type StateVersion } from './state-version.repository';
import { StateVersionRow } from './state-version.row';

@Injectable()
export class TypeormStateVersionRepository extends StateVersionRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async newest(deploymentId: DeploymentId): Promise<StateVersion | undefined> {
    const row = await this.transaction.manager.findOne(StateVersionRow, { where: { deploymentId }, order: { number: 'DESC' } });
    return row ? toVersion(row) : undefined;
  }

  async find(deploymentId: DeploymentId, number: number): Promise<StateVersion | undefined> {
    const row = await this.transaction.manager.findOneBy(StateVersionRow, { deploymentId, number });
    return row ? toVersion(row) : undefined;
  }

  async list(deploymentId: DeploymentId, limit: number): Promise<readonly StateVersionSummary[]> {
    const rows = await this.transaction.manager.find(StateVersionRow, {
      where: { deploymentId }, order: { number: 'DESC' }, take: limit, select: { deploymentId: true, number: true, serial: true, lineage: true, sha256: true, runId: true, at: true },
    });
    return rows.map(({ number, serial, lineage, sha256, runId, at }) => ({ number, serial: Number(serial), lineage, sha256, runId: runId as RunId, at }));
  }

  async append(version: StateVersion): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO state_version (deployment_id, number, serial, lineage, sha256, sealed, run_id)
       SELECT $1, COALESCE(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM state_version WHERE deployment_id = $1`,
      [version.deploymentId, version.serial, version.lineage, version.sha256, version.sealed, version.runId],
    );
  }
}

function toVersion({ deploymentId, serial, lineage, sha256, sealed, runId }: StateVersionRow): StateVersion {
  return { deploymentId: deploymentId as DeploymentId, serial: Number(serial), lineage, sha256, sealed, runId: runId as RunId };
}
