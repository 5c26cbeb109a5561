import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('beginning with a blueprint', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    await world.project('shop', 'dev', 'gcp,aws,azure,digitalocean');
  });
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  it('is suggested by name', async () => {
    const choices = await world.person('developer').autocomplete('cloud-deploy', { project: 'shop', provider: 'gcp', blueprint: 'w' }, 'blueprint');
    expect(choices.map(({ value }) => value)).toContain('web-app');
  });

  it('refuses one there is not, naming those there are', async () => {
    const { message } = await world.person('developer').slash('cloud-deploy', { project: 'shop', provider: 'gcp', blueprint: 'web-ap' });
    expect(JSON.stringify(message)).toContain('There is no blueprint “web-ap”. Choose one of: dev-box, kubernetes-starter, static-site, web-app.');
  });

  it.each(['gcp', 'aws', 'azure', 'digitalocean'])('opens the lobby with its resources planned and priced, and deploys them, on %s', async (provider) => {
    const lobby = await Lobby.open(world.person('developer'), 'shop', { provider, blueprint: 'web-app' });
    const text = await lobby.says('Plan ready');
    expect(text).toContain('Resources (6)');
    for (const kind of ['vpc', 'firewall', 'compute_vm', 'load_balancer', 'database', 'storage_bucket']) expect(text).toContain(kind);
    expect(text).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    expect(text).toMatch(/\$\d/);
    await lobby.approve();
    await lobby.ended('Apply complete');
    await eventually(async () => (await lobby.text()).includes('Applied') || undefined, 'the lobby to say Applied');
  }, 120_000);
});
