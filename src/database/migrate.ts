import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';

// Any number of processes may start at once: one migrates, the others wait. The number is this product's own.
const MIGRATION_LOCK = 4_400_443;

/** Brings the database at `url` to this version's shape. Safe to call from many processes at once. */
export async function migrate(url: string): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url, migrations: MIGRATIONS, migrationsTableName: 'migration', entities: [] }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
