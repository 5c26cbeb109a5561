import { textOf, buttonsOf } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('ending a deployment', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('shop');
  });
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const dev = () => world.person('developer');
  const suggested = async (typed: string) => (await dev().autocomplete('cloud-destroy', { deployment: typed }, 'deployment')).map(({ value }) => String(value));

  async function deployed(name: string): Promise<string> {
    const lobby = await Lobby.open(dev(), 'shop', { name });
    await lobby.add('vpc', { name: `${name}-net` });
    await lobby.add('compute_vm', { name: `${name}-vm` });
    await lobby.approve();
    await lobby.says('✅ Applied');
    const [id] = await suggested(name);
    if (!id) throw new Error('It is not suggested');
    return id;
  }
  const destroy = async (deployment: string) => new Lobby(dev(), (await dev().slash('cloud-destroy', { deployment })).message);

  /** Waits until the person was told so, this many times by now. */
  const told = (words: string, times = 1) => eventually(async () => (await dev().messages()).filter((message) => message.ephemeral && textOf(message).includes(words)).length >= times || undefined, `being told ${words}`);

  async function typeName(lobby: Lobby, name: string): Promise<void> {
    const { modal } = await dev().press(await lobby.message(), 'Destroy');
    await dev().submit(modal, { name });
  }

  it('shows what goes and what it saves, asks for the name, and ends with nothing left', async () => {
    const id = await deployed('first');
    expect(world.cloud.list().length).toBeGreaterThan(2);
    const lobby = await destroy(id);
    const text = await lobby.says('Ready to destroy');
    expect(text).toContain('Destroy: first');
    expect(text).toMatch(/Plan: 0 to add, 0 to change, [3-9] to destroy/);
    expect(text).toContain('- google_compute_instance.first-vm');
    expect(text).toMatch(/Saves .*\$\d+\.\d\d/);
    expect(buttonsOf(await lobby.message()).map(({ label }) => label)).toEqual(['Destroy', 'Refresh', 'Details', 'Cancel']);
    expect(world.cloud.journal().some(({ action }) => action === 'delete')).toBe(false);

    await typeName(lobby, 'frist');
    await told('type its name exactly');
    await lobby.says('Ready to destroy');
    await typeName(lobby, 'first');
    await lobby.says('🧹 Destroyed');
    await lobby.ended('✅ Destroy complete');
    expect(world.cloud.list()).toEqual([]);
    expect(await suggested('first')).toEqual([]);
    expect(textOf((await dev().slash('cloud-destroy', { deployment: id })).message)).toContain('is destroyed already');
  });

  it('stays listed as long as something is left, and can be tried again', async () => {
    const id = await deployed('second');
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'delete', error: 'googleapi: Error 400: It is in use, resourceInUse' }]);
    const lobby = await destroy(id);
    await lobby.says('Ready to destroy');
    await typeName(lobby, 'second');
    expect(await lobby.says('❌ Failed')).toContain('It is in use');
    await lobby.ended('❌ Destroy failed');
    expect(await suggested('second')).toEqual([id]);

    world.cloud.setFaults([]);
    const again = await destroy(id);
    expect(await again.says('Ready to destroy')).toMatch(/Plan: 0 to add, 0 to change, [12] to destroy/);
    await typeName(again, 'second');
    await again.says('🧹 Destroyed');
    expect(world.cloud.list()).toEqual([]);
  });

  it('has one session at a time, and that one neither grows nor is approved without the name', async () => {
    const id = await deployed('third');
    const lobby = await destroy(id);
    await lobby.says('Ready to destroy');
    expect(textOf((await dev().slash('cloud-destroy', { deployment: id })).message)).toContain('Another session is at work');
    const confirm = buttonsOf(await lobby.message()).find(({ label }) => label === 'Destroy')!.custom_id;
    await dev().forge(await lobby.message(), confirm.replace(/^confirm/, 'approve'));
    await told('type its name exactly', 2);
    await lobby.press('Cancel');
    await lobby.says('🚫 Cancelled');
    const next = await destroy(id);
    await next.says('Ready to destroy');
    await next.press('Cancel');
    expect(world.cloud.list().length).toBeGreaterThan(2);
  });

  it('does not exist for those who may not see it', async () => {
    const id = await deployed('fourth');
    const nia = world.person('newcomer');
    expect(await nia.autocomplete('cloud-destroy', { deployment: '' }, 'deployment')).toEqual([]);
    expect(textOf((await nia.slash('cloud-destroy', { deployment: id })).message)).toContain('There is no such deployment here');
    expect(textOf((await dev().slash('cloud-destroy', { deployment: 'dep_nothing' })).message)).toContain('There is no such deployment here');
  });
});
