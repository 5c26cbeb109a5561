import { DataSource, type QueryRunner } from 'typeorm';
import { grantToApplication, makeRole, prepareQueueSchema, whyTooMuch } from './grants';
import { MIGRATIONS } from './migrations';

// Any number of processes may start at once: one migrates, the others wait. The number is this product's own.
const MIGRATION_LOCK = 4_400_443;

/** By whom a database is brought to this version's shape, and for whom. */
export interface MigrationRoles {
  /** The application's connection. */
  readonly url: string;
  /** The connection of the role that owns the tables; absent: the application's own does. */
  readonly ownerUrl?: string | undefined;
}

/** The application's role can do more than it should, although an owner is there to do it. */
export class RoleTooMighty extends Error {
  constructor(why: string) {
    super(`${why}: give the application a role of its own`);
    this.name = 'RoleTooMighty';
  }
}

/**
 * Brings the database to this version's shape, and gives the application what it uses of it. Safe to call from many processes at once.
 * Answers whether the application owns the tables itself, so that its history is only as safe as its own role. @throws RoleTooMighty
 */
export async function migrate({ url, ownerUrl }: MigrationRoles): Promise<{ readonly ownsItself: boolean }> {
  const dataSource = await new DataSource({ type: 'postgres', url: ownerUrl ?? url, migrations: MIGRATIONS, migrationsTableName: 'migration', entities: [] }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const isPending = await dataSource.showMigrations();
    if (isPending) await dataSource.runMigrations({ transaction: 'each' });
    if (ownerUrl !== undefined) await giveRights(lock, new URL(url));
    else if (isPending) await prepareQueueSchema(lock);
    return { ownsItself: await ownsHistory(lock, ownerUrl) };
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

async function giveRights(runner: QueryRunner, { username, password }: URL): Promise<void> {
  const role = decodeURIComponent(username);
  await prepareQueueSchema(runner);
  await makeRole(runner, role, decodeURIComponent(password));
  const why = await whyTooMuch(runner, role);
  if (why !== undefined) throw new RoleTooMighty(why);
  await grantToApplication(runner, role);
}

async function ownsHistory(runner: QueryRunner, ownerUrl: string | undefined): Promise<boolean> {
  if (ownerUrl !== undefined) return false;
  const [row] = (await runner.query(`SELECT pg_has_role(current_user, relowner, 'MEMBER') AS owns FROM pg_class WHERE oid = 'public.history'::regclass`)) as { owns: boolean }[];
  return row?.owns ?? true;
}
