import { textOf } from '../../sandbox/discord/test-client';
import { BotProcess } from '../support/bot-process';
import { eventually } from '../support/eventually';
import { linesOf, Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('a process that is killed during an apply and started again', () => {
  let world: World;
  let bot: BotProcess | undefined;

  beforeAll(async () => {
    world = await World.make({ delayMs: 1_500 });
    bot = BotProcess.start('src/main.js', world.environment);
    await world.commandsRegistered();
    await world.project('phoenix');
  });

  afterAll(async () => {
    await bot?.end('SIGTERM');
    await world?.close();
  });

  it('goes on in the thread without a lost or doubled line, and ends APPLIED', async () => {
    const lobby = await Lobby.open(world.person('developer'), 'phoenix', { name: 'ashes' });
    await lobby.add('vpc', { name: 'main', ranges: '10.1.0.0/20, 10.2.0.0/20' });
    await lobby.add('compute_vm', { name: 'web', network: 'main' });
    await lobby.says(/Resources \(2\)[\s\S]*google_compute_instance\.web/);
    await lobby.approve();
    await eventually(async () => linesOf(await lobby.thread()).some((line) => line.includes('Creating...')), 'the thread to show the apply');

    expect(await bot?.end('SIGKILL')).toBe('SIGKILL');
    const before = linesOf(await lobby.thread());
    expect(before.join('\n')).not.toContain('Apply complete');
    bot = BotProcess.start('src/main.js', world.environment);

    await lobby.says('✅ Applied', 60_000);
    const thread = await lobby.ended('✅ Apply complete');
    const lines = linesOf(thread);
    expect(lines.slice(0, before.length)).toEqual(before);
    const log = await (await fetch(thread.at(-1)!.attachments[0]!.url)).text();
    const logged = log.trimEnd().split('\n');
    expect(logged.map((line) => line.slice(33))).toEqual(lines);
    expect(logged.map((line) => Number(line.slice(0, 5)))).toEqual(lines.map((_, index) => index + 1));
    const created = world.cloud.journal().filter(({ action }) => action === 'create').map(({ type, name }) => `${type} ${name}`);
    expect(new Set(created).size).toBe(created.length);
    expect(created).toHaveLength(4);
    expect(thread.filter((message) => textOf(message).includes('✅ Apply complete'))).toHaveLength(1);
  }, 120_000);

  it('stops in order with code 0', async () => {
    expect(await bot?.end('SIGTERM')).toBe(0);
  });
});
