import { DataSource } from 'typeorm';
import type { PageMessage } from '../../sandbox/discord/page-api';
import { textOf, type SandboxPerson } from '../../sandbox/discord/test-client';
import { NoticeTask } from '../../src/discord/notices/notice.task';
import type { Engine } from '../../src/engine';
import { eventually } from '../support/eventually';
import { Lobby } from '../support/lobby';
import { World } from '../support/test-engine';

describe('access, just in time', () => {
  let world: World;
  let engine: Engine;
  let ada: SandboxPerson;
  let dev: SandboxPerson;
  let nia: SandboxPerson;

  beforeAll(async () => {
    world = await World.make({}, { WORKER_CONCURRENCY: '1' });
    engine = await world.engine();
    [ada, dev, nia] = [world.person('administrator'), world.person('developer'), world.person('newcomer')];
  });

  beforeEach(() => world.cloud.setFaults([]));

  afterAll(async () => {
    world?.cloud.setFaults([]);
    await engine?.stop();
    await world?.close();
  });

  const sql = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => engine.app.get(DataSource).query<T[]>(statement, values);
  const grant = (person: SandboxPerson, project: string, level: string, more: Record<string, string> = {}): Promise<{ message: PageMessage }> =>
    ada.slash('cloud-grant', { 'member-or-role': person.personaId, project, level, reason: 'Testing', ...more });
  let projects = 0;
  const anyProject = async (): Promise<string> => {
    const name = `any-${(projects += 1)}`;
    await ada.slash('cloud-create-project', { name, environment: 'dev', providers: 'gcp' });
    return name;
  };
  const said = (person: SandboxPerson, words: string): Promise<PageMessage> => eventually(async () => (await person.messages(person.channelId)).findLast((message) => textOf(message).includes(words)), `"${words}" in the channel`);

  it('is asked for and given in the channel, by somebody else', async () => {
    await ada.slash('cloud-create-project', { name: 'wishes', environment: 'dev', providers: 'gcp' });
    await ada.slash('cloud-edit-project', { project: 'wishes', channel: ada.channelId });
    expect(textOf((await nia.slash('cloud-projects')).message)).toContain('There are none that you may see');
    const same = [await nia.slash('cloud-request-access', { project: 'wishes', level: 'DEPLOY', duration: '2h', reason: 'To try it' }), await nia.slash('cloud-request-access', { project: 'no-such', level: 'DEPLOY', duration: '2h', reason: 'To try it' })];
    expect(textOf(same[0]!.message)).toBe(textOf(same[1]!.message));
    const request = await said(ada, 'asks for **DEPLOY** on `wishes` for 2 h');
    expect(textOf(request)).toContain('To try it');
    expect(textOf((await nia.press(request, 'Approve')).message)).toContain('Nobody decides on what they asked for themselves');
    expect(textOf((await dev.press(request, 'Approve')).message)).toContain('There is no such request here');
    await ada.press(request, 'Approve');
    expect(textOf(await ada.again(request))).toContain(`approved **DEPLOY** for <@${nia.personaId}>`);
    expect(textOf((await nia.slash('cloud-projects')).message)).toMatch(/wishes[\s\S]*you have \*\*DEPLOY\*\*, ends/);
    const lobby = await Lobby.open(nia, 'wishes', { name: 'mine' });
    await lobby.says('Draft');
    await expect(ada.press(request, 'Deny')).rejects.toThrow();
  });

  it('of a role holds for whoever has it, and revoking one grant leaves the others', async () => {
    await ada.slash('cloud-create-project', { name: 'roles', environment: 'dev', providers: 'gcp' });
    const developers = '1196482360175251466';
    await ada.slash('cloud-grant', { 'member-or-role': developers, project: 'roles', level: 'READ', reason: 'Everybody looks' });
    await grant(dev, 'roles', 'DEPLOY');
    expect(textOf((await dev.slash('cloud-projects')).message)).toMatch(/roles[\s\S]*\*\*DEPLOY\*\*/);
    expect(textOf((await nia.slash('cloud-projects')).message)).not.toContain('roles');
    const choices = await ada.autocomplete('cloud-revoke', { grant: 'DEPLOY on roles' }, 'grant');
    expect(choices).toHaveLength(1);
    await ada.slash('cloud-revoke', { grant: String(choices[0]!.value) });
    expect(textOf((await dev.slash('cloud-projects')).message)).toMatch(/roles[\s\S]*\*\*READ\*\*/);
    expect(textOf((await dev.slash('cloud-deploy', { project: 'roles', provider: 'gcp' })).message)).toContain('This needs DEPLOY on `roles`; you have READ');
  });

  it.each([['0h'], ['-1h'], ['soon'], ['31d']])('is not given for the duration %s', async (duration) => {
    const project = await anyProject();
    expect(textOf((await grant(dev, project, 'READ', { duration })).message)).toMatch(/Give the duration|at most 30 days/);
  });

  it('is not given without a reason', async () => {
    expect(textOf((await ada.slash('cloud-grant', { 'member-or-role': dev.personaId, project: await anyProject(), level: 'READ' })).message)).toContain('Say why, in 1 to 300 characters');
  });

  it('is not given any more once a request is three hours old', async () => {
    await ada.slash('cloud-create-project', { name: 'slow', environment: 'dev', providers: 'gcp' });
    await ada.slash('cloud-edit-project', { project: 'slow', channel: ada.channelId });
    await nia.slash('cloud-request-access', { project: 'slow', level: 'READ', duration: '1h', reason: 'Too late' });
    const request = await said(ada, 'Too late');
    const [row] = await sql<{ hours: number }>(`SELECT extract(epoch FROM expires_at - asked_at)::int / 3600 AS hours FROM access_request WHERE reason = 'Too late'`);
    expect(row?.hours).toBe(3);
    await sql(`UPDATE access_request SET expires_at = clock_timestamp() WHERE reason = 'Too late'`);
    expect(textOf((await ada.press(request, 'Approve')).message)).toContain('decided or over');
    expect(textOf((await nia.slash('cloud-projects')).message)).not.toContain('slow');
  });

  it('is not given to bots', async () => {
    expect(textOf((await ada.slash('cloud-grant', { 'member-or-role': '1196480977265922119', project: await anyProject(), level: 'READ', reason: 'x' })).message)).toContain('Bots get no access');
  });

  it('takes as many other people as the project asks for, who approve the same plan', async () => {
    await ada.slash('cloud-create-project', { name: 'careful', environment: 'dev', providers: 'gcp', approvals: 2 });
    await grant(dev, 'careful', 'DEPLOY');
    await grant(nia, 'careful', 'ADMIN');
    const lobby = await Lobby.open(dev, 'careful', { name: 'two-eyes' });
    await lobby.add('vpc', { name: 'main' });
    await lobby.approve();
    await said(dev, '2 other people have to approve');
    await lobby.seenBy(ada).approve();
    await lobby.says(/\*\*1 of 2\*\* people have approved: <@\d+>/);
    await lobby.seenBy(ada).approve();
    await said(ada, 'You have approved this plan already');
    // Planned again it is the same plan, so the approval holds.
    const planOf = async (): Promise<string> => (await sql<{ id: string }>(`SELECT plan ->> 'id' AS id FROM session WHERE deployment_name = 'two-eyes'`))[0]?.id ?? '';
    const before = await planOf();
    await lobby.press('Refresh');
    await eventually(async () => ![before, ''].includes(await planOf()), 'another plan');
    await lobby.says(/Plan ready[\s\S]*\*\*1 of 2\*\* people/);
    await lobby.add('vpc', { name: 'second' });
    await lobby.says(/\*\*0 of 2\*\* people/);
    await lobby.seenBy(ada).approve();
    await lobby.says('**1 of 2**');
    await lobby.seenBy(nia).approve();
    await lobby.says('✅ Applied');
    expect(await lobby.text()).toContain(`<@${ada.personaId}>, <@${nia.personaId}>`);
  }, 90_000);

  it('that is revoked between the approval and the apply stops the apply, and the lobby says so', async () => {
    await ada.slash('cloud-create-project', { name: 'gone', environment: 'dev', providers: 'gcp' });
    await ada.slash('cloud-create-project', { name: 'busy', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'gone', 'DEPLOY');
    const blocking = await Lobby.open(ada, 'busy', { name: 'blocking' });
    await blocking.add('vpc', { name: 'blocking' });
    const lobby = await Lobby.open(dev, 'gone', { name: 'late' });
    await lobby.add('vpc', { name: 'late' });
    world.cloud.setFaults([{ type: 'google_compute_network', action: 'create', name: 'blocking', delayMs: 6_000 }]);
    await blocking.approve();
    await blocking.says('Applying…');
    await lobby.approve();
    await lobby.says('Approved');
    const [choice] = await ada.autocomplete('cloud-revoke', { grant: 'DEPLOY on gone' }, 'grant');
    await ada.slash('cloud-revoke', { grant: String(choice!.value) });
    const text = await lobby.says('❌ Failed', 60_000);
    expect(text).toContain(`The access of <@${dev.personaId}>, who approved this, ended or was revoked before anything was applied`);
    expect(world.cloud.list().some(({ name }) => name === 'late')).toBe(false);
  }, 90_000);

  it('tells its holder before it ends, with a way to ask for more, and both when it has ended', async () => {
    await ada.slash('cloud-create-project', { name: 'clock', environment: 'dev', providers: 'gcp' });
    await ada.slash('cloud-edit-project', { project: 'clock', channel: ada.channelId });
    await grant(dev, 'clock', 'DEPLOY');
    const which = `project_id = (SELECT id FROM project WHERE name = 'clock')`;
    await sql(`UPDATE access_grant SET ends_at = clock_timestamp() + interval '9 minutes' WHERE ${which}`);
    await engine.app.get(NoticeTask).run();
    await engine.app.get(NoticeTask).run();
    const warning = await said(dev, 'on `clock` ends');
    expect((await dev.messages(dev.channelId)).filter((message) => textOf(message).includes('on `clock` ends'))).toHaveLength(1);
    const form = (await dev.press(warning, 'Ask for more')).modal;
    await dev.submit(form, { 'For how long': '1h', Why: 'Not done yet' });
    await said(ada, 'Not done yet');
    await sql(`UPDATE access_grant SET granted_at = now() - interval '1 hour', ends_at = clock_timestamp() - interval '1 second' WHERE ${which}`);
    await engine.app.get(NoticeTask).run();
    expect(textOf(await said(dev, 'on `clock` is over'))).toContain(`<@${ada.personaId}> gave it`);
  });

  it('lets administrators see everything, and nobody else', async () => {
    await ada.slash('cloud-create-project', { name: 'overview', environment: 'dev', providers: 'gcp', approvals: 1 });
    await grant(dev, 'overview', 'DEPLOY');
    const lobby = await Lobby.open(dev, 'overview', { name: 'seen-by-all' });
    await lobby.add('vpc', { name: 'seen' });
    await lobby.approve();
    await said(dev, 'In `overview` somebody else has to approve what you asked for');
    await lobby.seenBy(ada).approve();
    await lobby.says('✅ Applied');
    await Lobby.open(dev, 'overview', { name: 'only-a-draft' });
    const listed = textOf((await ada.slash('cloud-admin-list', { state: 'APPLIED', project: 'overview', member: dev.personaId })).message);
    expect(listed).toContain('seen-by-all');
    expect(listed).not.toContain('only-a-draft');
    const stats = textOf((await ada.slash('cloud-stats', { project: 'overview', days: 7 })).message);
    expect(stats).toMatch(/\*\*2\*\* started · success \*\*100 %\*\* · 1 refusal/);
    expect(stats).toMatch(/`vpc` 1/);
    expect(stats).toContain(`<@${dev.personaId}> 2`);
    expect(textOf((await dev.slash('cloud-stats')).message)).toContain('This is for administrators');
    const refusals = await sql<{ action: string; code: string }>(`SELECT action, detail ->> 'code' AS code FROM history WHERE outcome = 'refused' AND actor_id = $1`, [dev.personaId]);
    expect(refusals).toContainEqual({ action: 'refused.ApproveSession', code: 'APPROVAL.SECOND_PERSON' });
    expect(await sql(`SELECT FROM history WHERE action = 'command.cloud-stats' AND actor_id = $1`, [dev.personaId])).not.toEqual([]);
  });

  it('edits a project, and archives it once nothing is there', async () => {
    await ada.slash('cloud-create-project', { name: 'closing', environment: 'dev', providers: 'gcp' });
    await grant(dev, 'closing', 'DEPLOY');
    await ada.slash('cloud-edit-project', { project: 'closing', providers: 'gcp, aws', approvals: 1, budget: 250 });
    expect(textOf((await ada.slash('cloud-projects')).message)).toMatch(/closing[\s\S]*`gcp` `aws`[\s\S]*1 approval by others · budget \$250/);
    const lobby = await Lobby.open(dev, 'closing', { name: 'last' });
    expect(textOf((await ada.slash('cloud-archive-project', { project: 'closing' })).message)).toContain('is in use: `last`');
    await lobby.press('Cancel');
    await lobby.says('Cancelled');
    expect(textOf((await ada.slash('cloud-archive-project', { project: 'closing' })).message)).toContain('Archived **closing**');
    expect(textOf((await dev.slash('cloud-deploy', { project: 'closing', provider: 'gcp' })).message)).toContain('is archived');
  });
});
