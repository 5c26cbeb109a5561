import { buttonsOf, textOf } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { linesOf, Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('the main job', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('web-shop');
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const dev = () => world.person('developer');

  it('goes from a command to a deployed stack', async () => {
    const lobby = await Lobby.open(dev(), 'web-shop', { name: 'shop-1' });
    expect(await lobby.text()).toContain('Cloud Deployment: web-shop');
    expect(buttonsOf(await lobby.message()).map(({ label, disabled }) => [label, disabled])).toEqual([['Approve & Deploy', true], ['Add Resource', false], ['Refresh', true], ['Cancel', false]]);

    expect(textOf(await lobby.add('vpc', { name: 'main' }))).toContain('Added');
    await lobby.add('compute_vm', { name: 'web-1', network: 'main' });
    const text = await lobby.says(/Resources \(2\)[\s\S]*Plan: \d+ to add/);
    expect(text).toMatch(/Plan: [3-9] to add, 0 to change, 0 to destroy/);
    await lobby.add('storage_bucket', { name: 'assets' });
    const planned = await lobby.says(/Resources \(3\)[\s\S]*google_storage_bucket\.assets/);
    expect(planned).toMatch(/\$\d+\.\d+\*\* per hour · \*\*\$\d+\.\d\d\*\* per month/);
    expect(world.cloud.journal()).toHaveLength(0);

    await lobby.approve();
    await lobby.says('✅ Applied');
    const thread = await lobby.ended('✅ Apply complete');
    const lines = linesOf(thread);
    expect(lines.filter((line) => line.includes('google_compute_instance.web-1') && line.includes('Creation complete'))).toHaveLength(1);
    const end = thread.at(-1);
    expect(textOf(end!)).toMatch(/Apply complete: \d+ added, 0 changed, 0 destroyed/);
    const log = await (await fetch(end!.attachments[0]!.url)).text();
    expect(log.trimEnd().split('\n').map((line) => line.slice(33))).toEqual(lines);
    expect(world.cloud.list('google_compute_instance')).toHaveLength(1);
    expect(buttonsOf(await lobby.message())).toEqual([]);
  });

  it('ends FAILED with the provider’s error in words when the cloud refuses', async () => {
    world.cloud.setFaults([{ type: 'google_storage_bucket', action: 'create', error: 'googleapi: Error 403: The billing account is disabled, forbidden' }]);
    try {
      const lobby = await Lobby.open(dev(), 'web-shop');
      await lobby.add('storage_bucket', { name: 'logs' });
      await lobby.approve();
      expect(await lobby.says('❌ Failed')).toContain('The billing account is disabled');
      expect(textOf((await lobby.ended('❌ Apply failed')).at(-1)!)).toContain('The billing account is disabled');
    } finally {
      world.cloud.setFaults([]);
    }
  });

  it('is cancelled as a draft and with a finished plan, and then stays so', async () => {
    const draft = await Lobby.open(dev(), 'web-shop');
    await draft.press('Cancel');
    await draft.says('🚫 Cancelled');

    const planned = await Lobby.open(dev(), 'web-shop');
    await planned.add('vpc', { name: 'net' });
    const before = await planned.message();
    await planned.press('Cancel');
    await planned.says('🚫 Cancelled');
    const approve = buttonsOf(before).find(({ label }) => label === 'Approve & Deploy');
    const refused = await dev().forge(before, approve!.custom_id);
    expect(refused.hasModal).toBe(false);
    expect(await planned.text()).toContain('🚫 Cancelled');
  });

  it('answers wrong input with the field, the value and what is accepted, and keeps what was typed', async () => {
    const lobby = await Lobby.open(dev(), 'web-shop');
    const answer = await lobby.fill('compute_vm', { name: 'Not A Name!' });
    expect(textOf(answer)).toMatch(/Not A Name!/);
    const again = (await dev().press(answer, 'Edit and try again')).modal;
    expect(JSON.stringify(again.data)).toContain('Not A Name!');
    await dev().submit(again, { name: 'web-2' });
    expect(await lobby.says('Plan ready')).toContain('web-2');
  });

  it('lets nobody in who has no grant, and tells them nothing', async () => {
    const nia = world.person('newcomer');
    const refused = (await nia.slash('cloud-deploy', { project: 'web-shop', provider: 'gcp' })).message;
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).toContain('There is no such project here');
    expect(await nia.autocomplete('cloud-deploy', { project: '' }, 'project')).toEqual([]);

    const lobby = await Lobby.open(dev(), 'web-shop');
    await lobby.seenBy(nia).press('Cancel');
    expect(await lobby.text()).toContain('📝 Draft');
  });

  it('lists sessions and cancels one by command', async () => {
    const lobby = await Lobby.open(dev(), 'web-shop', { name: 'to-cancel' });
    expect(textOf((await dev().slash('cloud-list', { filter: 'active' })).message)).toContain('to-cancel');
    const [choice] = await dev().autocomplete('cloud-cancel', { session: 'to-cancel' }, 'session');
    expect(textOf((await dev().slash('cloud-cancel', { session: choice!.value })).message)).toContain('Cancelled');
    await lobby.says('🚫 Cancelled');
  });
});
