import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../src/database';

export interface TestDatabase {
  /** As the application's own role. */
  readonly url: string;
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** Does something as that role: what the application itself may not. */
  asOwner(statement: string): Promise<void>;
  drop(): Promise<void>;
}

/** A new, migrated database in the server that the global set-up started, used by the application's own role as in production. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  const application = process.env['TEST_POSTGRES_APPLICATION_URL'];
  if (!server || !application) throw new Error('TEST_POSTGRES_URL is not set: run the tests through the project’s jest.config.cjs');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const [ownerUrl, url] = [server, application].map((of) => Object.assign(new URL(of), { pathname: `/${name}` }).href) as [string, string];
  await migrate({ url, ownerUrl });
  return { url, ownerUrl, asOwner: (statement) => administer(ownerUrl, statement), drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
