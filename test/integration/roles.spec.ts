import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate, RoleTooMighty } from '../../src/database';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('the application’s own role', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`INSERT INTO history (guild_id, action, subject, outcome, detail) VALUES ('g', 'a', 's', 'done', '{}')`);
  });

  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it.each([
    'UPDATE history SET action = $$b$$', 'DELETE FROM history', 'TRUNCATE history', 'ALTER TABLE history DISABLE TRIGGER ALL', 'ALTER TABLE history DISABLE TRIGGER history_append_only', 'DROP TRIGGER history_append_only ON history', 'DROP TABLE history',
    'ALTER TABLE history RENAME TO other', 'ALTER TABLE history OWNER TO CURRENT_USER', 'CREATE OR REPLACE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$', 'CREATE TABLE public.history2 (id int)',
    'SET session_replication_role = replica', 'SET ROLE postgres', 'ALTER ROLE CURRENT_USER SUPERUSER', 'CREATE ROLE other LOGIN', 'CREATE SCHEMA other', 'UPDATE run_line SET text = $$$$', 'DELETE FROM state_version', `INSERT INTO migration (timestamp, name) VALUES (1, 'x')`,
    'UPDATE pg_class SET relowner = 10', `COPY history TO PROGRAM 'cat'`,
  ])('may not %s', async (statement) => {
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be (?:owner|superuser)|must have|only roles|Only roles/i);
    expect((await client.query('SELECT action FROM history')).rows).toEqual([{ action: 'a' }]);
  });

  it('has rights on every table, and on each only what is said in one place', async () => {
    const { rows } = await client.query<{ name: string; rights: string }>(`
      SELECT tablename AS name, concat_ws(' ', CASE WHEN has_table_privilege(tablename::text, 'SELECT') THEN 'S' END, CASE WHEN has_table_privilege(tablename::text, 'INSERT') THEN 'I' END,
        CASE WHEN has_table_privilege(tablename::text, 'UPDATE') THEN 'U' END, CASE WHEN has_table_privilege(tablename::text, 'DELETE') THEN 'D' END, CASE WHEN has_table_privilege(tablename::text, 'TRUNCATE, TRIGGER, REFERENCES') THEN 'too much' END) AS rights
      FROM pg_tables WHERE schemaname = 'public'`);
    const other = rows.filter(({ rights }) => rights !== 'S I U D').map(({ name, rights }) => `${name}: ${rights}`);
    expect(other.toSorted()).toEqual(['history: S I', 'migration: S', 'run_line: S I', 'state_version: S I']);
  });

  it('is made by an owner who may make roles, and may log in', async () => {
    const url = new URL(database.url);
    url.username = `app_${randomBytes(4).toString('hex')}`;
    url.password = "it's-a-password";
    try {
      expect(await migrate({ url: url.href, ownerUrl: database.ownerUrl })).toEqual({ ownsItself: false });
      const own = new Client({ connectionString: url.href });
      await own.connect();
      expect((await own.query('SELECT action FROM history')).rows).toEqual([{ action: 'a' }]);
      await own.end();
    } finally {
      await migrate({ url: database.url, ownerUrl: database.ownerUrl });
      await database.asOwner(`DROP OWNED BY ${url.username}`);
      await database.asOwner(`DROP ROLE ${url.username}`);
    }
  });

  it('starts again on what it finds, and is told where it may do too much', async () => {
    expect(await migrate({ url: database.url, ownerUrl: database.ownerUrl })).toEqual({ ownsItself: false });
    expect(await migrate({ url: database.url })).toEqual({ ownsItself: false });
    expect(await migrate({ url: database.ownerUrl })).toEqual({ ownsItself: true });
    await expect(migrate({ url: database.ownerUrl, ownerUrl: database.ownerUrl })).rejects.toThrow(RoleTooMighty);
  });
});
