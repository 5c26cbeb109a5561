import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../../config';
import type { Violation } from '../domain/violation';
import type { PlanToCheck } from '../queries/check-plan.query';
import { PolicyFault, RegoEngine } from './rego-engine';
import { regoInput } from './rego-input';
import { violationsIn } from './rego-verdict';

/** A project's own policies: the folder of its policy set, below the one that the configuration names. */
@Injectable()
export class TeamPolicies {
  private readonly logger = new Logger('Policy');

  constructor(
    private readonly settings: Settings,
    private readonly engine: RegoEngine,
  ) {}

  /** What cannot be evaluated denies: nobody passes a policy by breaking it. */
  async check(plan: PlanToCheck): Promise<readonly Violation[]> {
    const set = plan.project.rules?.policySet;
    if (set === undefined) return [];
    try {
      const verdicts = await this.engine.evaluate(join(this.settings.policiesDir, set), regoInput(plan));
      return verdicts.flatMap((verdict) => violationsIn(verdict, set));
    } catch (error) {
      this.logger.warn({ err: error, set, project: plan.project.id }, 'Evaluating policies');
      return [{ rule: `policy/${set}`, severity: 'deny', message: `The policies \`${set}\` could not be evaluated, so nothing may be approved: ${reasonOf(error)}. Ask whoever keeps them to mend them, then press Refresh.` }];
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PolicyFault) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'they are not there';
  return error instanceof Error ? error.message.slice(0, 300) : 'for a reason unknown';
}
