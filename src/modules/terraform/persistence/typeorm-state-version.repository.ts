import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';
import { StateVersionRepository, type StateVersion } from './state-version.repository';
import { StateVersionRow } from './state-version.row';

@Injectable()
export class TypeormStateVersionRepository extends StateVersionRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async newest(deploymentId: DeploymentId): Promise<StateVersion | undefined> {
    const row = await this.transaction.manager.findOne(StateVersionRow, { where: { deploymentId }, order: { number: 'DESC' } });
    if (!row) return undefined;
    const { serial, lineage, sha256, sealed, runId } = row;
    return { deploymentId, serial: Number(serial), lineage, sha256, sealed, runId: runId as RunId };
  }

  async append(version: StateVersion): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO state_version (deployment_id, number, serial, lineage, sha256, sealed, run_id)
       SELECT $1, COALESCE(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM state_version WHERE deployment_id = $1`,
      [version.deploymentId, version.serial, version.lineage, version.sha256, version.sealed, version.runId],
    );
  }
}
