import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { buttonsOf, textOf as markedText, type SandboxPerson } from '../../sandbox/discord/test-client';
import { NoticeTask } from '../../src/discord/notices/notice.task';
import type { Engine } from '../../src/engine';
import { ExpireSessions } from '../../src/modules/sessions';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

const textOf = (message: PageMessage): string => markedText(message).replaceAll('**', '');

describe('what it costs, and what is allowed', () => {
  let world: World;
  let engine: Engine;
  let ada: SandboxPerson;
  let dev: SandboxPerson;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    [ada, dev] = [world.person('administrator'), world.person('developer')];
  });
  beforeEach(() => world.cloud.setFaults([]));
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const edit = (project: string, options: Record<string, string | number>): Promise<{ message: PageMessage }> => ada.slash('cloud-edit-project', { project, ...options });
  const quota = async (project: string): Promise<string> => textOf((await dev.slash('cloud-quota', { project })).message);
  const isEnabled = async (lobby: Lobby, label: string): Promise<boolean> => buttonsOf(await lobby.message()).some((button) => button.label === label && !button.disabled);
  const told = (person: SandboxPerson, words: string | RegExp): Promise<PageMessage> =>
    eventually(async () => (await person.messages(person.channelId)).findLast((message) => (typeof words === 'string' ? textOf(message).includes(words) : words.test(textOf(message)))), `being told ${String(words)}`);

  async function applied(lobby: Lobby): Promise<void> {
    await lobby.approve();
    await lobby.says('✅ Applied');
  }

  describe('quotas', () => {
    it('are reserved by a ready plan, taken by its apply, and given back by a cancel and a destroy', async () => {
      await world.project('counted');
      expect(textOf((await ada.slash('cloud-set-quota', { project: 'counted', kind: 'storage_bucket', limit: 1 })).message)).toContain('1 free of 1');
      const first = await Lobby.open(dev, 'counted', { name: 'counted-one' });
      await first.add('storage_bucket', { name: 'logs' });
      expect(await quota('counted')).toMatch(/0 deployed · 1 reserved · none free of 1/);

      const second = await Lobby.open(dev, 'counted', { name: 'counted-two' });
      await second.fill('storage_bucket', { name: 'more' });
      await second.says('Quota exceeded for storage_bucket: 1/1 used, 1 of them reserved by other sessions');
      expect(await isEnabled(second, 'Approve & Deploy')).toBe(false);

      await first.press('Cancel');
      await first.says('Cancelled');
      expect(await quota('counted')).toMatch(/0 deployed · 1 free of 1/);
      await second.press('Refresh');
      await second.says('Plan ready');
      await applied(second);
      expect(await quota('counted')).toMatch(/1 deployed · none free of 1/);

      const end = new Lobby(dev, (await dev.slash('cloud-destroy', { deployment: (await dev.autocomplete('cloud-destroy', { deployment: 'counted-two' }, 'deployment'))[0]!.value })).message);
      await end.says('Ready to destroy');
      const { modal } = await dev.press(await end.message(), 'Destroy');
      await dev.submit(modal, { name: 'counted-two' });
      await end.says('Destroyed');
      expect(await quota('counted')).toMatch(/0 deployed · 1 free of 1/);
    });

    it('are given back when a session’s time is over', async () => {
      await world.project('late');
      await ada.slash('cloud-set-quota', { project: 'late', kind: 'storage_bucket', limit: 1 });
      const lobby = await Lobby.open(dev, 'late', { name: 'late-one' });
      await lobby.add('storage_bucket', { name: 'late' });
      expect(await quota('late')).toMatch(/1 reserved · none free of 1/);
      await engine.app.get(DataSource).query(`UPDATE session SET expires_at = clock_timestamp() WHERE deployment_name = 'late-one'`);
      await engine.app.get(CommandBus).execute(new ExpireSessions());
      await lobby.says('Expired');
      expect(await quota('late')).toMatch(/0 deployed · 1 free of 1/);
    });

    it('count what a failed apply has made, and give back the rest', async () => {
      await world.project('partly');
      await ada.slash('cloud-set-quota', { project: 'partly', kind: 'storage_bucket', limit: 5 });
      const lobby = await Lobby.open(dev, 'partly');
      await lobby.add('storage_bucket', { name: 'good' });
      await lobby.add('vpc', { name: 'net-a' });
      world.cloud.setFaults([{ type: 'google_storage_bucket', action: 'create', error: 'googleapi: Error 409: taken' }]);
      await lobby.approve();
      await lobby.says('Failed');
      expect(await quota('partly')).toMatch(/0 deployed · 5 free of 5/);
    });

    it.each([[-1, /whole number from 0 to 10,000/], [1_000_000, /whole number from 0 to 10,000/]])('refuse a limit of %s', async (limit, why) => {
      await world.project(`absurd${String(limit).length}`);
      expect(textOf((await ada.slash('cloud-set-quota', { project: `absurd${String(limit).length}`, kind: 'storage_bucket', limit })).message)).toMatch(why);
    });

    it('refuse a kind that no cloud has, and whoever is no administrator', async () => {
      await world.project('kinds');
      expect(textOf((await ada.slash('cloud-set-quota', { project: 'kinds', kind: 'space_ship', limit: 1 })).message)).toContain('There is no such kind of resource');
      expect(textOf((await dev.slash('cloud-set-quota', { project: 'kinds', kind: 'vpc', limit: 1 })).message)).toContain('This needs ADMIN');
    });
  });

  describe('budgets', () => {
    it('send what passes them to an administrator, say by how much, and are told in the channel once for each step', async () => {
      await world.project('thrifty');
      await edit('thrifty', { budget: 20, channel: world.person('administrator', 'deployments').channelId });
      const small = await Lobby.open(dev, 'thrifty', { name: 'thrifty-one' });
      await small.add('compute_vm', { name: 'site-a', size: 'small' });
      // 0.016752855 x 730 + 20 GB x 0.10
      await small.says('With this plan the project costs $14.23 of $20.00 a month');
      await applied(small);
      await engine.app.get(NoticeTask).run();
      expect(textOf(await told(ada, '50 % of the budget'))).toContain('$14.23 of $20.00');

      const large = await Lobby.open(dev, 'thrifty', { name: 'thrifty-two' });
      await large.add('compute_vm', { name: 'site-b', size: 'small' });
      const text = await large.says('$28.46 of $20.00 a month: $8.46 over its budget');
      expect(text).toContain('an administrator of the project has to approve');
      await large.approve();
      await told(dev, '$8.46 over its budget. An administrator');
      expect(await large.text()).toContain('Plan ready');
      await applied(large.seenBy(ada));
      await engine.app.get(NoticeTask).run();
      await engine.app.get(NoticeTask).run();
      expect(textOf(await told(ada, 'Budget reached'))).toContain('$8.46 over');
      const messages = (await ada.messages(ada.channelId)).map(textOf);
      expect(messages.filter((message) => message.includes('of the budget')).length).toBe(1);
      expect(messages.filter((message) => message.includes('Budget reached')).length).toBe(1);

      // A saving needs nobody.
      const end = new Lobby(dev, (await dev.slash('cloud-destroy', { deployment: (await dev.autocomplete('cloud-destroy', { deployment: 'thrifty-one' }, 'deployment'))[0]!.value })).message);
      await end.says('Ready to destroy');
      expect(await end.text()).not.toContain('over its budget');
    });

    it('never take a price that is not known for nothing', async () => {
      await world.project('unsure');
      await edit('unsure', { budget: 1_000, regions: 'us-west1' });
      const lobby = await Lobby.open(dev, 'unsure');
      await lobby.add('compute_vm', { name: 'site-c', size: 'small' });
      await lobby.says('not every price is known');
      expect(await lobby.text()).toContain('at least');
      await lobby.approve();
      await told(dev, 'not every price is known. An administrator');
      await applied(lobby.seenBy(ada));
    });

    it.each([[-5], [0], [1e12]])('of %s dollars are refused', async (budget) => {
      await world.project(`budget${String(budget).length}${budget < 0 ? 'n' : ''}`);
      expect(textOf((await edit(`budget${String(budget).length}${budget < 0 ? 'n' : ''}`, { budget })).message)).toContain('more than 0 and at most 10,000,000');
    });
  });

  describe('policies', () => {
    const OPEN = '{"open_to_internet": true}';

    it('keep Approve disabled where they deny, with all of it listed at once', async () => {
      await world.project('strict', 'production');
      const lobby = await Lobby.open(dev, 'strict');
      await lobby.add('vpc', { name: 'net-b' });
      await lobby.add('firewall', { name: 'ssh', network: 'net-b', ports: '22, 5432', sources: '0.0.0.0/0', advanced: OPEN });
      await lobby.add('firewall', { name: 'rdp', network: 'net-b', ports: '3389', sources: '0.0.0.0/0', advanced: OPEN });
      const text = await lobby.text();
      expect(text).toContain('not allowed as it is');
      expect(text).toMatch(/google_compute_firewall\.ssh` opens 22 \(SSH\), 5432 \(PostgreSQL\) to the whole internet/);
      expect(text).toMatch(/google_compute_firewall\.rdp` opens 3389 \(Remote Desktop\)/);
      expect(await isEnabled(lobby, 'Approve & Deploy')).toBe(false);
      const approve = buttonsOf(await lobby.message()).find(({ label }) => label === 'Approve & Deploy')!.custom_id;
      await ada.forge(await lobby.message(), approve);
      await told(ada, 'to the whole internet. Name the addresses');
      expect(await lobby.text()).toContain('Plan ready');
    });

    it('ask for another person where they need approval, and the lobby says why', async () => {
      await world.project('looked-at');
      const lobby = await Lobby.open(dev, 'looked-at');
      await lobby.add('vpc', { name: 'net-c' });
      await lobby.add('firewall', { name: 'ssh-c', network: 'net-c', ports: '22', sources: '0.0.0.0/0', advanced: OPEN });
      expect(await lobby.text()).toMatch(/Policy: needs another person to approve[\s\S]*opens 22 \(SSH\)/);
      await lobby.approve();
      await told(dev, 'somebody else has to approve what you asked for');
      await applied(lobby.seenBy(ada));
    });

    it('only warn of a public website in dev', async () => {
      await world.project('site');
      const lobby = await Lobby.open(dev, 'site', { blueprint: 'static-site' });
      await lobby.says(/Plan ready[\s\S]*Everybody on the internet can read/);
      await applied(lobby);
    });

    it('of the project hold for sizes and labels, before Terraform runs', async () => {
      await world.project('sized');
      await edit('sized', { sizes: 'small, medium', 'required-labels': 'team, cost-center' });
      expect(textOf((await dev.slash('cloud-deploy', { project: 'sized', provider: 'gcp' })).message)).toContain('asks for the labels team, cost-center on every deployment');
      expect(textOf((await dev.slash('cloud-deploy', { project: 'sized', provider: 'gcp', labels: 'team=payments, owner=me' })).message)).toContain('Give labels as');
      const lobby = await Lobby.open(dev, 'sized', { labels: 'team=payments, cost-center=42' });
      await lobby.fill('compute_vm', { name: 'big', size: 'large' });
      await lobby.says('allows the sizes small, medium, and compute_vm big asks for large'.replace(/big/, '`big`'));
      const fine = await Lobby.open(dev, 'sized', { labels: 'team=payments, cost-center=42' });
      await fine.add('compute_vm', { name: 'site-d', size: 'small' });
      expect(await fine.text()).toContain('team=payments');
      await applied(fine);
      const vm = world.cloud.list().find(({ name }) => name === 'site-d');
      expect(vm?.values['labels']).toMatchObject({ team: 'payments', 'cost-center': '42', project: 'sized' });
    });

    it('of a team’s own that cannot be evaluated deny, and the reason is in the lobby', async () => {
      await world.project('team');
      await edit('team', { policies: 'platform' });
      const lobby = await Lobby.open(dev, 'team');
      await lobby.fill('storage_bucket', { name: 'logs' });
      await lobby.says('The policies `platform` could not be evaluated, so nothing may be approved: they are not there');
      expect(await isEnabled(lobby, 'Approve & Deploy')).toBe(false);
      await edit('team', { policies: 'none' });
      await lobby.press('Refresh');
      await eventually(() => isEnabled(lobby, 'Approve & Deploy'), 'Approve to be enabled');
    });
  });

  it('costs are shown with where they come from, to whoever presses Details', async () => {
    await world.project('detailed');
    const lobby = await Lobby.open(dev, 'detailed');
    await lobby.add('compute_vm', { name: 'site-e', size: 'small' });
    expect(await lobby.text()).toContain('Billed by use, not counted: traffic out of site-e');
    const details = (await dev.press(await lobby.message(), 'Details')).message;
    expect(textOf(details)).toMatch(/1 × \$0\.0168\/h · vm\/e2-small in us-central1 · 2026-07-30/);
    expect(details.attachments.map(({ filename }) => filename)).toEqual(['plan-details.txt']);
  });

  it('/cloud-costs adds up what runs, and draws the last days', async () => {
    await world.project('shown');
    const lobby = await Lobby.open(dev, 'shown');
    await lobby.add('compute_vm', { name: 'site-f', size: 'small' });
    await applied(lobby);
    await engine.app.get(DataSource).query(`UPDATE usage SET since = since - interval '3 days' WHERE project_id = (SELECT id FROM project WHERE name = 'shown')`);
    const { message } = await dev.slash('cloud-costs', { project: 'shown' });
    expect(textOf(message)).toMatch(/\$14\.23 per month/);
    expect(textOf(message)).toMatch(/\$14\.23 `compute_vm` · 1 resource/);
    expect(message.embeds[0]?.image?.url).toMatch(/costs\.png/);
    for (const by of ['project', 'owner', 'provider']) expect(textOf((await dev.slash('cloud-costs', { project: 'shown', 'group-by': by })).message)).toContain('$14.23');
    const nia = world.person('newcomer');
    expect(textOf((await nia.slash('cloud-costs', {})).message)).toContain('You may not see any project yet');
  });

  it('keeps policies in a folder of the configuration', async () => {
    await mkdir(join(world.folder, 'data', 'policies', 'late'), { recursive: true });
    await writeFile(join(world.folder, 'data', 'policies', 'late', 'README.md'), 'nothing yet');
    await world.project('foldered');
    await edit('foldered', { policies: 'late' });
    const lobby = await Lobby.open(dev, 'foldered');
    await lobby.fill('storage_bucket', { name: 'logs' });
    await lobby.says('its folder holds no .rego and no .wasm file');
  });
});
