import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { wrapTerraform } from '../support/terraform-workbench';
import { World } from '../support/test-engine';

/** Values of the credentials profile: each is printed once, in a place and a spelling of its own. */
const CANARIES = Array.from({ length: 40 }, (_, index) => `canary-${String(index + 1).padStart(2, '0')}+of/${(index * 7_919 + 104_729).toString(36)}`);
/** What is no value of anybody's here, and shows by its shape what it is. */
const TOKENS = [
  'AKIAIOSFODNN7CANARY1', 'ghp_0123456789abcdefghijABCDEFGHIJcanary', 'xoxb-1234567890-canarycanary', 'ya29.canary_canary_canary', 'glpat-canarycanarycanary00',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.canarycanary', 'dop_v1_0123456789abcdef0123456789abcdef', 'GOCSPX-canarycanarycanary_1234', 'github_pat_canarycanarycanary1234', 'sk_live_canarycanary1234',
];

/** The shell's own name for a canary. */
const variable = (index: number): string => `C${String(index + 1).padStart(2, '0')}`;
let next = 0;
const printed: string[] = [];
/** The next canary, as the shell finds it in its environment. */
function canary(): string {
  const name = variable(next);
  next += 1;
  printed.push(name);
  return `$${name}`;
}
const tokens = [...TOKENS];
const token = (): string => tokens.shift() ?? 'none left';
const encoded = (): string => `$(printf %s "${canary()}" | base64 -w0)`;
const inUrl = (): string => `$(printf %s "${canary()}" | sed 's#+#%2B#g; s#/#%2F#g')`;
const json = (message: string): string => `printf '%s\\n' "${message.replaceAll('"', '\\"')}"`;
const diagnostic = (): string => json(`{"@level":"error","@message":"Error: ${canary()}","type":"diagnostic","diagnostic":{"severity":"error","summary":"Denied ${canary()}","detail":"because ${canary()} and ${token()}\\\\nnext line ${canary()}","address":"google_x.${canary()}"}}`);

/** What each command prints where its phase has come, and then fails. */
const script = (phase: string): string => `
phase=$(cat '${phase}')
case "$1-$phase" in
  init-init)
    echo "installing with ${canary()}"; echo "in base64 ${encoded()}"; echo "Error: the registry said ${canary()} ${token()}" >&2; echo "╷│ Error: boxed ${canary()}" >&2; exit 1;;
  plan-plan)
    echo "text ${canary()}"; ${json(`{"@level":"info","@message":"a message ${canary()}","type":"log"}`)}
    ${json(`{"@level":"warn","@message":"x","type":"diagnostic","diagnostic":{"severity":"warning","summary":"Careful ${canary()}","detail":"${encoded()}"}}`)}
    ${diagnostic()}; ${json(`{"@message":"half a json ${canary()}`)}; echo "in a url https://user:${inUrl()}@host/" ; echo "on the side ${canary()} ${token()}" >&2; exit 1;;
  show-show)
    echo "{\\"not a plan\\": \\"${canary()}\\"}"; echo "shown ${canary()} ${token()}"; exit 0;;
  show-broken)
    echo "half ${canary()}"; echo "Error: cannot show ${canary()}" >&2; exit 3;;
  apply-apply)
    ${json(`{"@level":"info","@message":"x: Creating... ${canary()}","type":"apply_start","hook":{"resource":{"addr":"google_x.${canary()}"},"action":"create"}}`)}
    ${json(`{"@level":"info","@message":"x: Creation complete [id=${canary()}]","type":"apply_complete","hook":{"resource":{"addr":"google_x.y"},"action":"create","id_key":"id","id_value":"${canary()}"}}`)}
    ${json(`{"@level":"error","@message":"x: Creation errored ${canary()}","type":"apply_errored","hook":{"resource":{"addr":"google_x.${canary()}"},"action":"create"}}`)}
    ${json(`{"@level":"info","@message":"Outputs: 1","type":"outputs","outputs":{"leak":{"sensitive":false,"value":"${canary()}"},"${canary()}":{"sensitive":false,"value":["${encoded()}"]}}}`)}
    ${json(`{"@level":"info","@message":"provisioner says ${canary()} ${token()}","type":"provision_progress","hook":{"resource":{"addr":"google_x.y"}}}`)}
    ${json(`{"@level":"info","@message":"unknown type ${canary()}","type":"something_new","extra":"${canary()}"}`)}
    ${diagnostic()}
    printf 'a line with \\033[31m%s\\033[0m colours\\n' "${canary()}"
    echo "${token()}"; echo "${token()} and ${token()}"
    echo "panic: runtime error: ${canary()}" >&2; echo "goroutine 1 [running]: ${canary()}" >&2; echo "Authorization: Bearer ${token()}" >&2; echo "token=${token()}" >&2; exit 1;;
esac
`;

describe('50 canaries, in every place where Terraform can print', () => {
  let world: World;
  let bot: BotProcess;
  let folder: string;
  let phase: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-canaries-'));
    phase = join(folder, 'phase');
    world = await World.make({}, { TERRAFORM_BIN: await wrapTerraform(script(phase)), LOG_LEVEL: 'trace' });
    await appendFile(join(world.folder, 'credentials', 'default.env'), CANARIES.map((value, index) => `${variable(index)}='${value}'\n`).join(''));
    bot = BotProcess.start('src/main.js', world.environment);
    await world.commandsRegistered();
    await world.project('mine');
  });

  afterAll(async () => {
    await bot?.end('SIGTERM');
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const everythingStored = async (): Promise<string> => {
    const client = new Client({ connectionString: world.database.url });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'jobs')`);
      const stored: string[] = [];
      for (const { name } of tables) stored.push(...(await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).rows.map(({ row }) => row));
      return stored.join('\n');
    } finally {
      await client.end();
    }
  };

  it('reach no table, no message, no attached log and no log of ours', async () => {
    const dev = world.person('developer');
    const lobby = await Lobby.open(dev, 'mine', { name: 'cage' });
    const seen: string[] = [];
    await writeFile(phase, 'init');
    await lobby.fill('vpc', { name: 'net' });
    seen.push(await lobby.says('could not be installed'));
    for (const [name, words] of [['plan', 'Denied'], ['show', 'showed something that is not one'], ['broken', 'broke on our side']] as const) {
      await writeFile(phase, name);
      await lobby.press('Refresh');
      seen.push(await lobby.says(words));
    }
    await writeFile(phase, 'apply');
    await lobby.press('Refresh');
    await lobby.says('📋 Plan ready');
    await lobby.approve();
    seen.push(await lobby.says('❌ Failed'));
    const thread = await lobby.ended('❌ Apply failed');
    const log = await (await fetch(thread.at(-1)!.attachments[0]!.url)).text();
    expect(log).toContain('(redacted)');
    expect(log.match(/\(redacted\)/g)!.length).toBeGreaterThan(12);
    seen.push(log, JSON.stringify(thread), JSON.stringify(await dev.messages(dev.channelId)), await everythingStored());
    await eventually(() => bot.output.includes('Planning a session'), 'the log line of what broke');
    seen.push(bot.output);

    expect(new Set(printed).size).toBe(CANARIES.length);
    expect(tokens).toEqual([]);
    const shown = seen.join('\n');
    const spellings = CANARIES.flatMap((value) => [value, Buffer.from(value).toString('base64'), encodeURIComponent(value)]);
    for (const hidden of [...spellings, ...TOKENS]) expect({ hidden, at: shown.indexOf(hidden) }).toEqual({ hidden, at: -1 });
  }, 120_000);
});
