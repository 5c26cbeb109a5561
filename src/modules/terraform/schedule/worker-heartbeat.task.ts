import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Settings } from '../../../config';
import { WorkerRepository } from '../persistence/worker.repository';
import { WorkerIdentity } from '../workspace/worker-identity';

const BEAT_EVERY_MS = 10_000;

/** Tells the others that this worker lives. A beat that is missed is no harm: the next one counts. */
@Injectable()
export class WorkerHeartbeatTask implements OnApplicationBootstrap {
  private readonly logger = new Logger(WorkerHeartbeatTask.name);

  constructor(
    private readonly workers: WorkerRepository,
    private readonly worker: WorkerIdentity,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
  }

  @Interval(BEAT_EVERY_MS)
  async beat(): Promise<void> {
    if (!this.settings.runsTerraform) return;
    try {
      await this.workers.seen(await this.worker.id());
    } catch (error) {
      this.logger.warn({ err: error }, 'Telling that this worker lives');
    }
  }
}
