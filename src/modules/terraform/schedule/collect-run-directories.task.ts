import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Settings } from '../../../config';
import { RunRepository } from '../persistence/run.repository';
import { RunDirectories } from '../workspace/run-directories';

/** So long the files of a failed run are kept: its output and its state may be wanted. */
const KEPT_DAYS = 7;
const DRAFTS_KEPT_MS = 3_600_000;

/** What succeeded cleaned up behind itself; what failed stays for a week, and what has to be reconciled until it is. */
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
    for (const id of await this.runs.longOver(await this.directories.list(), KEPT_DAYS)) await this.directories.remove(id);
    await this.directories.removeDrafts(DRAFTS_KEPT_MS);
  }
}
