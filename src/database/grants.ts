import type { QueryRunner } from 'typeorm';

/** Records that nobody changes or deletes: the application may add to them and read them. */
const APPEND_ONLY: readonly string[] = ['history', 'run_line', 'state_version'];
/** What was migrated is for the owner to say. */
const READ_ONLY: readonly string[] = ['migration'];
/** Where the queue keeps its own tables, which it makes and changes by itself. */
const QUEUE_SCHEMA = 'jobs';

/** What the application's role may do to a table. */
function rightsOn(table: string): string {
  if (READ_ONLY.includes(table)) return 'SELECT';
  return APPEND_ONLY.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
}

/** A place for the queue, made by whoever migrates: the application makes no schemas. */
export async function prepareQueueSchema(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA}`);
}

/**
 * Gives the application's role what it uses of every table, and nothing else; the queue's schema becomes its own. By the owner, after
 * every migration, so that a new table has its rights with the release that makes it.
 */
export async function grantToApplication(runner: QueryRunner, role: string): Promise<void> {
  const name = quoted(role);
  await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${name}`);
  await runner.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
  const tables = (await runner.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)) as { name: string }[];
  for (const { name: table } of tables) {
    await runner.query(`REVOKE ALL ON ${quoted(table)} FROM ${name}, PUBLIC`);
    await runner.query(`GRANT ${rightsOn(table)} ON ${quoted(table)} TO ${name}`);
  }
  await runner.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
  await giveQueue(runner, name, role);
}

/** Makes the application's role where there is none, and the owner may make roles: whoever set both up by hand is not hindered. */
export async function makeRole(runner: QueryRunner, role: string, password: string): Promise<void> {
  const [found] = (await runner.query('SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there, rolsuper OR rolcreaterole AS "mayMake" FROM pg_roles WHERE rolname = current_user', [role])) as { there: boolean; mayMake: boolean }[];
  if (found?.there || !found?.mayMake || password === '') return;
  await runner.query(`CREATE ROLE ${quoted(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password.replaceAll("'", "''")}'`);
}

/** Why the application's role can do more than it should; undefined where it cannot. */
export async function whyTooMuch(runner: QueryRunner, role: string): Promise<string | undefined> {
  const [found] = (await runner.query(
    `SELECT app.rolsuper AS "isSuper", app.rolcreaterole AS "makesRoles", pg_has_role(app.oid, history.relowner, 'MEMBER') AS "isOwner"
     FROM pg_roles app, pg_class history WHERE app.rolname = $1 AND history.oid = 'public.history'::regclass`,
    [role],
  )) as { isSuper: boolean; makesRoles: boolean; isOwner: boolean }[];
  if (!found) return 'names a role that the database does not have';
  if (found.isSuper || found.makesRoles) return 'names a role that may do everything';
  return found.isOwner ? 'names the role that owns the tables, or one that can become it' : undefined;
}

// What an earlier release made there belongs to the role that it ran as.
async function giveQueue(runner: QueryRunner, name: string, role: string): Promise<void> {
  const [schema] = (await runner.query('SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = $1', [QUEUE_SCHEMA])) as { owner: string }[];
  if (schema?.owner === role || schema?.owner === name) return;
  await runner.query(`ALTER SCHEMA ${QUEUE_SCHEMA} OWNER TO ${name}`);
  const relations = (await runner.query(`SELECT relname AS relation, relkind AS kind FROM pg_class WHERE relnamespace = '${QUEUE_SCHEMA}'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY relispartition`)) as { relation: string; kind: string }[];
  for (const { relation, kind } of relations) await runner.query(`ALTER ${kind === 'v' ? 'VIEW' : kind === 'm' ? 'MATERIALIZED VIEW' : 'TABLE'} ${QUEUE_SCHEMA}.${quoted(relation)} OWNER TO ${name}`);
  const routines = (await runner.query(`SELECT oid::regprocedure::text AS routine FROM pg_proc WHERE pronamespace = '${QUEUE_SCHEMA}'::regnamespace`)) as { routine: string }[];
  for (const { routine } of routines) await runner.query(`ALTER ROUTINE ${routine} OWNER TO ${name}`);
  const types = (await runner.query(`SELECT typname AS type FROM pg_type WHERE typnamespace = '${QUEUE_SCHEMA}'::regnamespace AND typtype IN ('e', 'd')`)) as { type: string }[];
  for (const { type } of types) await runner.query(`ALTER TYPE ${QUEUE_SCHEMA}.${quoted(type)} OWNER TO ${name}`);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
