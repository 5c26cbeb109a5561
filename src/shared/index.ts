export { Clock } from './clock';
export { failure, type Failure } from './failure';
export { History, type HistoryEntry } from './history';
export { newId, type ChangeId, type DeploymentId, type GrantId, type RequestId, type GuildId, type PlanId, type ProjectId, type RunId, type SessionId, type UserId } from './ids';
export { formatHourlyUsd, formatMonthlyUsd, HOURS_PER_MONTH } from './money';
export { RESERVED_LABELS } from './reserved-labels';
export { fail, ok, type Result } from './result';
