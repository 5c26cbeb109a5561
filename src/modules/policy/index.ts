export type { RequestFacts } from './domain/rule';
export type { Violation } from './domain/violation';
export { PolicyModule } from './policy.module';
export { CheckRequest } from './queries/check-request.query';
