import { readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';

export const DISCORD_API_URL = 'https://discord.com/api';

const port = z.coerce.number().int().min(0).max(65535);
const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http(s) address' });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'is not a PostgreSQL address such as postgres://user:password@host:5432/name' });
const key = z.base64({ error: 'is not base64' }).refine((text) => Buffer.from(text, 'base64').length === 32, 'is not 32 bytes in base64: make one with `openssl rand -base64 32`');

const environmentSchema = z.object({
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_API_URL: httpUrl.refine((url) => new URL(url).pathname.replace(/\/$/, '').endsWith('/api'), 'does not end in /api').default(DISCORD_API_URL),
  DISCORD_GUILD_IDS: z.string().transform((text) => [...new Set(text.split(',').map((part) => part.trim()).filter((part) => part !== ''))]).pipe(z.array(z.string().regex(/^\d{15,21}$/, 'is not a list of Discord ids (15 to 21 digits each), separated by commas')).min(1, 'is not a list of Discord ids, separated by commas')).optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATA_DIR: z.string().min(1).default('./.data'),
  TERRAFORM_BIN: z.string().min(1).optional(),
  TERRAFORM_CLI_CONFIG: z.string().min(1).optional(),
  CREDENTIALS_DIR: z.string().min(1).optional(),
  ROLE: z.enum(['bot', 'worker', 'all']).default('all'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  MIN_FREE_DISK_MB: z.coerce.number().int().min(0).default(256),
  ENCRYPTION_KEY: key.optional(),
  PLUGIN_DIRS: z.string().min(1).optional(),
  POLICIES_DIR: z.string().min(1).optional(),
  OPA_BIN: z.string().min(1).optional(),
  PRICE_REFRESH_HOURS: z.coerce.number().min(0).max(24 * 365).default(168),
  HTTP_PORT: port.default(8080),
  HTTP_HOST: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')], { error: 'is not an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them' }).default('127.0.0.1'),
  SANDBOX_PORT: port.default(4400),
  SESSION_TTL_MINUTES: z.coerce.number().min(1).max(24 * 60).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const FROM_FILES = ['DISCORD_TOKEN', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'ENCRYPTION_KEY'] as const;

/** What a wrong environment looks like to the person who has to mend it: one line, naming the variable. */
export class WrongSetting extends Error {
  constructor(readonly variable: string, reason: string, cause?: unknown) {
    super(`${variable} ${reason}`, { cause });
    this.name = 'WrongSetting';
  }
}

export interface PriceApi {
  readonly url?: string;
  readonly key?: string;
}

/** Everything a person can configure, checked and frozen at the start. Absent means: the default that the README names. */
export class Settings {
  readonly discordToken?: string;
  readonly discordApiUrl!: string;
  /** The servers that it works for; absent: the only one that the bot is in. */
  readonly discordGuildIds?: readonly string[];
  readonly databaseUrl?: string;
  /** The same database as the role that owns its tables: only that migrates. Absent: `databaseUrl` does, or the tables are there. */
  readonly databaseOwnerUrl?: string;
  readonly dataDir!: string;
  readonly terraformBin?: string;
  readonly terraformCliConfig?: string;
  readonly credentialsDir!: string;
  readonly role!: 'bot' | 'worker' | 'all';
  readonly workerConcurrency!: number;
  /** With less than this free below `dataDir` no run is begun. */
  readonly minFreeDiskMb!: number;
  /** 32 bytes in base64; absent: made once in `dataDir`. */
  readonly encryptionKey?: string;
  /** Folders with providers, kinds and blueprints of one's own. */
  readonly pluginDirs!: readonly string[];
  /** A folder with one folder per policy set. */
  readonly policiesDir!: string;
  /** `opa` or `conftest`; absent: the first of them on PATH. */
  readonly opaBin?: string;
  /** How old list prices become before they are asked for again, in hours; 0: never asked for. */
  readonly priceRefreshHours!: number;
  /** Of each provider's pricing API, where it is not where the provider says, and the key to it. */
  readonly priceApis!: Readonly<Record<string, PriceApi>>;
  readonly httpPort!: number;
  /** The address at which `/health` and `/ready` are. */
  readonly httpHost!: string;
  readonly sandboxPort!: number;
  readonly sessionTtlMinutes!: number;
  readonly logLevel!: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

  private constructor(values: { readonly [K in keyof Settings]?: Settings[K] }) {
    Object.assign(this, values);
    Object.freeze(this);
  }

  get holdsGateway(): boolean {
    return this.role !== 'worker';
  }

  get runsTerraform(): boolean {
    return this.role !== 'bot';
  }

  /** Reads the environment. @throws WrongSetting for the first variable that is wrong. */
  static from(environment: Readonly<Record<string, string | undefined>>): Settings {
    const parsed = environmentSchema.safeParse(withOldNames(withFiles(withoutEmpty(environment))));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new WrongSetting(String(issue?.path[0] ?? 'environment'), issue?.message.startsWith('is not') || issue?.message.startsWith('does') ? issue.message : `is wrong: ${issue?.message}`);
    }
    const env = parsed.data;
    const dataDir = resolve(env.DATA_DIR);
    return new Settings({
      discordToken: env.DISCORD_TOKEN,
      discordApiUrl: env.DISCORD_API_URL.replace(/\/$/, ''),
      discordGuildIds: env.DISCORD_GUILD_IDS,
      databaseUrl: env.DATABASE_URL,
      databaseOwnerUrl: env.DATABASE_OWNER_URL,
      dataDir,
      terraformBin: env.TERRAFORM_BIN,
      terraformCliConfig: env.TERRAFORM_CLI_CONFIG && resolve(env.TERRAFORM_CLI_CONFIG),
      credentialsDir: env.CREDENTIALS_DIR ? resolve(env.CREDENTIALS_DIR) : join(dataDir, 'credentials'),
      role: env.ROLE,
      workerConcurrency: env.WORKER_CONCURRENCY,
      minFreeDiskMb: env.MIN_FREE_DISK_MB,
      encryptionKey: env.ENCRYPTION_KEY,
      pluginDirs: pluginDirsIn(env.PLUGIN_DIRS),
      policiesDir: env.POLICIES_DIR ? resolve(env.POLICIES_DIR) : join(dataDir, 'policies'),
      opaBin: env.OPA_BIN && resolve(env.OPA_BIN),
      priceRefreshHours: env.PRICE_REFRESH_HOURS,
      priceApis: priceApisIn(withoutEmpty(environment)),
      httpPort: env.HTTP_PORT,
      httpHost: env.HTTP_HOST,
      sandboxPort: env.SANDBOX_PORT,
      sessionTtlMinutes: env.SESSION_TTL_MINUTES,
      logLevel: env.LOG_LEVEL,
    });
  }
}

// One pair of variables for each provider, whatever providers there are: PRICES_URL_GCP, PRICES_KEY_GCP, PRICES_KEY_GCP_FILE.
function priceApisIn(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, PriceApi>> {
  const apis: Record<string, { url?: string; key?: string }> = {};
  for (const [name, value = ''] of Object.entries(environment)) {
    const [, what, provider = '', isFile] = /^PRICES_(URL|KEY)_([A-Z0-9]+?)(_FILE)?$/.exec(name) ?? [];
    if (what === undefined) continue;
    if (what === 'URL' && !httpUrl.safeParse(value).success) throw new WrongSetting(name, 'is not an http(s) address');
    const text = isFile ? readSetting(name, value) : value;
    apis[provider.toLowerCase()] = { ...apis[provider.toLowerCase()], [what === 'URL' ? 'url' : 'key']: text.replace(/\/$/, '') };
  }
  return apis;
}

function pluginDirsIn(text = ''): readonly string[] {
  return text.split(delimiter).filter((part) => part.trim() !== '').map((part) => {
    const folder = resolve(part.trim());
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new WrongSetting('PLUGIN_DIRS', `names a folder that is not there: ${folder}`);
    return folder;
  });
}

// Compose files and shells set variables to nothing where they mean "not set".
function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

// What earlier releases called it.
function withOldNames({ DISCORD_GUILD_ID: one, ...environment }: Record<string, string | undefined>): Record<string, string | undefined> {
  return one === undefined ? environment : { DISCORD_GUILD_IDS: one, ...environment };
}

function withFiles(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  const merged = { ...environment };
  for (const name of FROM_FILES) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || merged[name] !== undefined) continue;
    merged[name] = readSetting(`${name}_FILE`, file);
  }
  return merged;
}

function readSetting(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new WrongSetting(variable, `names a file that cannot be read: ${file}`);
  }
}
