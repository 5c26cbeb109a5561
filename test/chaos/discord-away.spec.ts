import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { textOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';
import { often, report } from './support/size';

const AWAY_MS = often([60_000, 600_000], [2_000]);
const CODES = [[403, 50001], [403, 50013], [404, 10003], [404, 10008], [400, 50083], [403, 50007]] as const;
const KINDS = {
  'edits by the interaction': { method: 'PATCH', path: /^\/webhooks\// },
  'edits by the bot': { method: 'PATCH', path: /^\/channels\/\d+\/messages\// },
  posts: { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
  threads: { method: 'POST', path: /\/threads$/ },
} as const;
const REFUSALS = Object.entries(KINDS).flatMap(([kind, target]) => CODES.map(([status, code]) => ({ kind, target, status, code })));

describe('a Discord that is away, or refuses', () => {
  let world: World;
  let engine: Engine;
  let dev: SandboxPerson;
  let names = 0;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    dev = world.person('developer');
    await world.project('away');
  });

  afterEach(() => {
    world.discord.faults.clear();
    world.cloud.setFaults([]);
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const sql = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => engine.app.get(DataSource).query<T[]>(statement, values);
  const isEnd = (message: PageMessage, name: string): boolean => textOf(message).includes('✅ Apply complete') && textOf(message).includes(`\`${name}\``) && message.attachments.length > 0;

  /** An apply during which something is wrong, and what of it people find afterwards. */
  async function applyDuring(trouble: () => Promise<void>): Promise<void> {
    const name = `away-${(names += 1)}`;
    const lobby = await Lobby.open(dev, 'away', { name });
    await lobby.add('vpc', { name: `net-${names}` });
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', name: `net-${names}`, delayMs: 1_500 }]);
    await lobby.approve();
    await eventually(async () => (await sql(`SELECT FROM session WHERE deployment_name = $1 AND state IN ('APPROVED', 'APPLYING')`, [name])).length === 1, 'the apply');
    await trouble();
    await eventually(async () => (await sql(`SELECT FROM session WHERE deployment_name = $1 AND state = 'APPLIED'`, [name])).length === 1, 'it to be applied', 60_000);
    await pause(1_000);
    world.discord.faults.clear();
    const { id } = await lobby.message();
    const found = async (): Promise<boolean> => {
      await sql('UPDATE discord_outbox SET due_at = clock_timestamp() WHERE tries > 0');
      const everywhere = [...(await dev.messages()), ...(await dev.messages(id).catch(() => [])), ...(await dev.directMessages())];
      return everywhere.some((message) => isEnd(message, name)) && everywhere.some((message) => textOf(message).includes('✅ Applied') && textOf(message).includes(`\`${name}\``));
    };
    await eventually(found, `the end and the lobby of ${name}`, 60_000);
  }

  it.each(AWAY_MS)('for %i ms loses nothing, and is hardly asked', async (ms) => {
    const before = world.discord.faults.requests.length;
    await applyDuring(async () => {
      world.discord.faults.outage({ path: /^\/(?:channels|webhooks|users)\// });
      await pause(ms);
    });
    report(`Discord away for ${ms / 1_000} s: ${world.discord.faults.requests.length - before} requests in all, nothing lost`);
  }, 900_000);

  it.each(often(REFUSALS, [REFUSALS[1]!, REFUSALS[14]!]))('refuses $kind with $status $code: nothing is lost', async ({ target, status, code }) => {
    await applyDuring(() => {
      world.discord.faults.refuse({ status, code }, target);
      return Promise.resolve();
    });
  }, 120_000);
});
