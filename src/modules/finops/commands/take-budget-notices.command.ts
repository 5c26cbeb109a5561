import { Command } from '@nestjs/cqrs';
import type { Project } from '../../access';
import type { Committed } from '../domain/budget';

/** A project that has reached a part of its budget. */
export interface BudgetNotice {
  readonly project: Project;
  readonly budgetUsd: number;
  /** 50, 80 or 100: the highest one reached. */
  readonly percent: number;
  readonly committed: Committed;
}

/** What has to be told of budgets: each alert once a month, whoever asks. Whoever tells it does so in the surrounding transaction. */
export class TakeBudgetNotices extends Command<readonly BudgetNotice[]> {}
