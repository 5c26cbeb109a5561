import { DataSource } from 'typeorm';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { textOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('what takes two people', () => {
  let world: World;
  let engine: Engine;
  let ada: SandboxPerson;
  let dev: SandboxPerson;
  let nia: SandboxPerson;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    [ada, dev, nia] = [world.person('administrator'), world.person('developer'), world.person('newcomer')];
  });

  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const sql = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => engine.app.get(DataSource).query<T[]>(statement, values);
  const grant = (person: SandboxPerson, project: string, level: string): Promise<unknown> => ada.slash('cloud-grant', { 'member-or-role': person.personaId, project, level, reason: 'Testing' });
  const profileOf = async (name: string): Promise<string | undefined> => (await sql<{ profile: string }>('SELECT credentials_profile AS profile FROM project WHERE name = $1', [name]))[0]?.profile;
  const card = (person: SandboxPerson, words: string): Promise<PageMessage> => eventually(async () => (await person.messages()).findLast((message) => textOf(message).includes(words)), words);

  it('is what protects a project: an administrator proposes, and another one agrees', async () => {
    await ada.slash('cloud-create-project', { name: 'guarded', environment: 'production', providers: 'gcp' });
    await ada.slash('cloud-edit-project', { project: 'guarded', channel: ada.channelId });
    await grant(dev, 'guarded', 'ADMIN');
    await grant(nia, 'guarded', 'ADMIN');
    expect(textOf((await dev.slash('cloud-edit-project', { project: 'guarded', credentials: 'prod', approvals: 0 })).message)).toContain('changed by two administrators');
    expect(await profileOf('guarded')).toBe('default');
    const proposed = await card(nia, 'A change needs a second administrator');
    expect(textOf(proposed)).toContain('credentials: `default` → **`prod`**');
    expect(textOf((await dev.press(proposed, 'Agree')).message)).toContain('Nobody agrees to a change that they proposed themselves');
    await nia.press(proposed, 'Agree');
    expect(await profileOf('guarded')).toBe('prod');
    expect(textOf(await nia.again(proposed))).toContain('agreed to what');
  });

  it('is not what a manager of the server changes, nor where things are told', async () => {
    await ada.slash('cloud-create-project', { name: 'managed', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'managed', 'ADMIN');
    await ada.slash('cloud-edit-project', { project: 'managed', credentials: 'other' });
    expect(await profileOf('managed')).toBe('other');
    expect(textOf((await dev.slash('cloud-edit-project', { project: 'managed', channel: dev.channelId })).message)).toContain('Changed **managed**');
  });

  it('falls away where the project has changed since, or whoever proposed it is no administrator any more', async () => {
    await ada.slash('cloud-create-project', { name: 'moving', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'moving', 'ADMIN');
    await grant(nia, 'moving', 'ADMIN');
    await dev.slash('cloud-edit-project', { project: 'moving', environment: 'staging' });
    await ada.slash('cloud-edit-project', { project: 'moving', approvals: 2 });
    const listed = async (): Promise<PageMessage> => (await nia.slash('cloud-access')).message;
    expect(textOf((await nia.press(await listed(), 'Agree 1')).message)).toContain('Somebody else changed `moving` in the meantime');
    await nia.press(await listed(), 'Decline 1');
    await dev.slash('cloud-edit-project', { project: 'moving', environment: 'staging' });
    const [choice] = await ada.autocomplete('cloud-revoke', { grant: `ADMIN on moving · user ${dev.personaId}` }, 'grant');
    await ada.slash('cloud-revoke', { grant: String(choice!.value) });
    expect(textOf((await nia.press(await listed(), 'Agree 1')).message)).toContain('does not administer the project any more');
  });

  it('is a raised quota: an administrator lowers it, and who manages the server lifts it', async () => {
    await ada.slash('cloud-create-project', { name: 'counted', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'counted', 'ADMIN');
    await ada.slash('cloud-set-quota', { project: 'counted', kind: 'vpc', limit: 2 });
    expect(textOf((await dev.slash('cloud-set-quota', { project: 'counted', kind: 'vpc', limit: 3 })).message)).toContain('raised or lifted by who manages this server');
    expect(textOf((await dev.slash('cloud-set-quota', { project: 'counted', kind: 'vpc' })).message)).toContain('raised or lifted by who manages this server');
    expect(textOf((await dev.slash('cloud-set-quota', { project: 'counted', kind: 'vpc', limit: 1 })).message)).not.toContain('raised');
  });

  it('is access: nobody gives it to themselves, nor to a role they have', async () => {
    await ada.slash('cloud-create-project', { name: 'own', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'own', 'ADMIN');
    const developers = '1196482360175251466';
    for (const holder of [dev.personaId, developers]) expect(textOf((await dev.slash('cloud-grant', { 'member-or-role': holder, project: 'own', level: 'ADMIN', duration: '30d', reason: 'Mine' })).message)).toContain('Nobody gives, lengthens or raises their own access');
    expect(textOf((await ada.slash('cloud-grant', { 'member-or-role': ada.personaId, project: 'own', level: 'ADMIN', reason: 'Mine' })).message)).toContain('Nobody gives');
  });

  it('is a plan in production: whoever added to it does not approve it', async () => {
    await ada.slash('cloud-create-project', { name: 'eyes', environment: 'production', providers: 'gcp' });
    await grant(dev, 'eyes', 'DEPLOY');
    await grant(nia, 'eyes', 'ADMIN');
    const lobby = await Lobby.open(dev, 'eyes', { name: 'two-authors' });
    await lobby.add('vpc', { name: 'main' });
    await lobby.seenBy(nia).add('vpc', { name: 'mine' });
    await lobby.seenBy(nia).approve();
    await eventually(async () => (await nia.messages()).some((message) => textOf(message).includes('has to approve what you helped to ask for')), 'the refusal');
    expect(await lobby.text()).toContain('Plan ready');
    await lobby.seenBy(ada).approve();
    await lobby.says('✅ Applied');
  }, 60_000);

  it('is the account of a plan: with another one it is another plan', async () => {
    await ada.slash('cloud-create-project', { name: 'account', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'account', 'DEPLOY');
    const lobby = await Lobby.open(dev, 'account', { name: 'accounted' });
    await lobby.add('vpc', { name: 'acc' });
    await ada.slash('cloud-edit-project', { project: 'account', environment: 'staging' });
    await lobby.approve();
    await eventually(async () => (await dev.messages()).some((message) => textOf(message).includes('made for another account or environment')), 'the refusal');
    expect(await lobby.text()).toContain('Plan ready');
  }, 60_000);

  it('is a second server: it does not get the account of the first', async () => {
    await ada.slash('cloud-create-project', { name: 'first', environment: 'dev', providers: 'gcp' });
    const lobby = await Lobby.open(ada, 'first', { name: 'theirs' });
    await sql(`INSERT INTO tenant (guild_id) VALUES ('1196482013377830000')`);
    await lobby.fill('vpc', { name: 'theirs' });
    await lobby.says('is not given to this server');
    await sql(`DELETE FROM tenant WHERE guild_id = '1196482013377830000'`);
    await lobby.press('Refresh');
    await lobby.says('Plan ready');
  }, 60_000);
});
