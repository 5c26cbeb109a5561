import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Settings } from '../../../config';
import { RunRepository } from '../persistence/run.repository';
import { RunDirectories } from '../workspace/run-directories';

/** So long the states are kept that a run left where nobody followed it to its end. */
const KEPT_DAYS = 7;
const DRAFTS_KEPT_MS = 3_600_000;

/** What was followed to its end was cleaned up then. Of what was not, the states stay for a week, and those that have to be reconciled until they are. */
@Injectable()
export class CollectRunDirectoriesTask {
  constructor(
    private readonly runs: RunRepository,
    private readonly directories: RunDirectories,
    private readonly settings: Settings,
  ) {}

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    if (!this.settings.runsTerraform) return;
    // What a machine that was lost left of runs that others have ended.
    for (const id of await this.runs.ended(await this.directories.list())) await this.directories.keepStates(id);
    for (const id of await this.runs.longOver(await this.directories.list(), KEPT_DAYS)) await this.directories.remove(id);
    await this.directories.removeDrafts(DRAFTS_KEPT_MS);
  }
}
