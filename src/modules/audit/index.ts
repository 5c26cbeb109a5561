export { AuditModule } from './audit.module';
export { SummariseHistory, type Counted, type HistorySummary } from './queries/summarise-history.query';
export { ListHistory, type RecordedEntry } from './queries/list-history.query';
