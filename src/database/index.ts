export { DatabaseModule } from './database.module';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
export { migrate, RoleTooMighty, type MigrationRoles } from './migrate';
export { Transaction } from './transaction';
export { AlreadyHandled } from './handled-requests';
