import { textOf } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('the stored states of a deployment', () => {
  let world: World;
  let engine: Engine;
  let deployment: string;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('shop');
    const lobby = await Lobby.open(world.person('developer'), 'shop', { name: 'stateful' });
    await lobby.add('vpc', { name: 'main' });
    await lobby.approve();
    await lobby.says('✅ Applied');
    deployment = String((await world.person('administrator').autocomplete('cloud-state', { deployment: 'stateful' }, 'deployment'))[0]?.value);
  });
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  it('are listed for administrators, newest first, and one is downloaded privately', async () => {
    const ada = world.person('administrator');
    const listed = (await ada.slash('cloud-state', { deployment })).message;
    const text = await eventually(async () => { const now = textOf(await ada.again(listed)); return now.includes('serial') ? now : undefined; }, 'the list');
    expect(text).toContain('States of stateful');
    const [newest = 0, ...older] = [...text.matchAll(/\*\*v(\d+)\*\*/g)].map(([, number]) => Number(number));
    expect(older.toSorted((a, b) => b - a)).toEqual(older);

    const answer = (await ada.slash('cloud-state', { deployment, version: newest })).message;
    const attachment = await eventually(async () => (await ada.messages()).flatMap((message) => message.attachments).find(({ filename }) => filename === `stateful.v${newest}.tfstate`), 'the state');
    const state = JSON.parse(await (await fetch(attachment.url)).text()) as { resources: { type: string }[] };
    expect(state.resources.map(({ type }) => type)).toContain('google_compute_network');
    expect(answer.ephemeral).toBe(true);
    expect((await world.person('developer').messages()).flatMap((message) => message.attachments).some(({ filename }) => filename.endsWith('.tfstate'))).toBe(false);
  });

  it('are refused to others, and do not exist for strangers', async () => {
    for (const [who, words] of [['developer', 'This needs ADMIN'], ['newcomer', 'There is no such deployment here']] as const) {
      const person = world.person(who);
      await person.slash('cloud-state', { deployment });
      await eventually(async () => (await person.messages()).some((message) => textOf(message).includes(words)) || undefined, words);
    }
  });

  it('refuses a number there is not', async () => {
    const ada = world.person('administrator');
    await ada.slash('cloud-state', { deployment, version: 999 });
    await eventually(async () => (await ada.messages()).some((message) => textOf(message).includes('has no state with the number 999')) || undefined, 'the refusal');
  });
});
