import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres';

declare global {
  var testPostgres: (EmbeddedPostgres & { readonly folder: string }) | undefined;
}

/** One PostgreSQL for all tests; each test makes a database of its own in it. */
export default async function startPostgres(): Promise<void> {
  if (process.env['TEST_POSTGRES_URL'] && process.env['TEST_POSTGRES_APPLICATION_URL']) return;
  const folder = mkdtempSync(join(tmpdir(), 'cloud-engine-test-postgres-'));
  chmodSync(folder, 0o755);
  globalThis.testPostgres = { ...(await startEmbeddedPostgres(folder)), folder };
  process.env['TEST_POSTGRES_URL'] = globalThis.testPostgres.ownerUrl;
  process.env['TEST_POSTGRES_APPLICATION_URL'] = globalThis.testPostgres.url;
}
