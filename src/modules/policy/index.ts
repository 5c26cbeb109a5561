export type { RequestFacts } from './domain/rule';
export type { Severity, Violation } from './domain/violation';
export { PolicyModule } from './policy.module';
export { CheckPlan, type PlanToCheck } from './queries/check-plan.query';
export { CheckRequest } from './queries/check-request.query';
