export { AuditModule } from './audit.module';
export { ListHistory, type RecordedEntry } from './queries/list-history.query';
