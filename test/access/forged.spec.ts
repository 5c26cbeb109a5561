import { randomBytes } from 'node:crypto';
import { routeTo } from '../../src/discord/routes';
import type { DeploymentId, GrantId, PlanId, ProjectId, RequestId, SessionId } from '../../src/shared';
import { often, random, SEED } from '../chaos/support/size';
import { AccessWorld, anId, GUILD, OTHER_GUILD } from './support/access-world';
import type { Control, Presence } from './support/forged-interactions';

const CASES = often(5_000, 600);
const FORGER = '700000000000000100';
const OTHER = '700000000000000101';

/** Words that must not be in any answer: the forger may not know that these exist. */
const HIDDEN = ['hidden-project', 'elsewhere-project'];

describe('interactions that no client would send', () => {
  let access: AccessWorld;
  let seenProject: ProjectId;
  let hiddenProject: ProjectId;
  let ids: { sessions: SessionId[]; deployments: DeploymentId[]; grants: GrantId[]; requests: RequestId[]; names: string[] };

  beforeAll(async () => {
    access = await AccessWorld.make();
    [seenProject, hiddenProject] = [await access.project('seen-project'), await access.project('hidden-project')];
    const elsewhere = await access.project('elsewhere-project', OTHER_GUILD);
    await access.grant(seenProject, FORGER, 'DEPLOY');
    const others = [
      await access.session(hiddenProject, OTHER, 'PLAN_READY'), await access.session(elsewhere, FORGER, 'PLAN_READY', OTHER_GUILD), await access.session(seenProject, OTHER, 'PLAN_READY'),
      await access.session(seenProject, OTHER, 'APPLYING'), await access.session(hiddenProject, FORGER, 'DRAFT'),
    ];
    // The forger's own: with nothing in it that a stale or disabled button could do.
    const own = await access.session(seenProject, FORGER, 'APPROVED');
    ids = {
      sessions: [...others.map(({ id }) => id), own.id, anId('ses') as SessionId],
      deployments: [await access.deployment(hiddenProject, FORGER, 'live'), await access.deployment(elsewhere, FORGER, 'live', OTHER_GUILD), await access.deployment(seenProject, OTHER, 'live'), anId('dep') as unknown as DeploymentId],
      grants: [await access.grant(hiddenProject, OTHER, 'DEPLOY'), await access.grant(elsewhere, OTHER, 'DEPLOY', 'alive', OTHER_GUILD), await access.grant(seenProject, OTHER, 'DEPLOY'), anId('grt') as unknown as GrantId],
      requests: [await access.request(hiddenProject, OTHER), await access.request(elsewhere, OTHER, OTHER_GUILD), await access.request(seenProject, FORGER), await access.request(seenProject, OTHER), anId('req') as unknown as RequestId],
      names: others.filter((_, index) => index !== 2 && index !== 3).map(({ name }) => name),
    };
  }, 120_000);

  afterAll(() => access?.close());

  /** Everything that an accepted forgery would have changed. */
  const state = async (): Promise<string> => JSON.stringify(await Promise.all([
    access.sql(`SELECT id, state, version, approvals, resources, stop FROM session ORDER BY id`), access.sql('SELECT * FROM deployment ORDER BY id'), access.sql('SELECT * FROM project ORDER BY id'),
    access.sql('SELECT id, holder_id, level, ends_at, revoked_at FROM access_grant ORDER BY id'), access.sql('SELECT id, state, decided_by FROM access_request ORDER BY id'),
    access.sql('SELECT run_id FROM apply_attempt'), access.sql(`SELECT count(*)::int AS runs FROM jobs.job WHERE name = 'run-session'`),
  ]));

  it(`are refused, all ${CASES} of them, and learn nothing`, async () => {
    const number = random();
    const pick = <T>(...all: readonly T[]): T => all[Math.floor(number() * all.length)] as T;
    const garbage = (): string => pick('', 'none', '..', 'x'.repeat(90), '%2e%2e', "';--", 'SES_AAAAAAAAAAAA', randomBytes(6).toString('hex'), '0', '-1', 'null');
    const session = (): SessionId => (number() < 0.15 ? (garbage() as SessionId) : pick(...ids.sessions));
    const plan = (): PlanId => pick('none', 'pln_000000000000', garbage()) as PlanId;
    const deployment = (): DeploymentId => pick(...ids.deployments, garbage() as DeploymentId);
    const button = (customId: string): Control => ({ kind: 'button', customId });
    const command = (name: string, options: Record<string, string | number>, types?: Record<string, number>): Control => ({ kind: 'command', name, options, ...(types && { types }) });
    const project = (): string => pick(hiddenProject, 'hidden-project', 'elsewhere-project', garbage());
    const forge = (): Control => pick<() => Control>(
      () => button(routeTo.approve(session(), plan())), () => button(routeTo.refresh(pick(...ids.sessions))), () => button(routeTo.cancel(pick(...ids.sessions.slice(0, 5)))),
      () => button(routeTo.addResource(pick(...ids.sessions.slice(0, 5)))), () => button(routeTo.forceStop(session())), () => button(routeTo.confirmDestroy(pick(...ids.sessions.slice(0, 5)), plan())),
      () => button(routeTo.deployAgain(deployment())), () => button(routeTo.destroyDeployment(deployment())), () => button(routeTo.reconcile(deployment())),
      () => button(routeTo.approveAccess(pick(...ids.requests))), () => button(routeTo.denyAccess(pick(...ids.requests))), () => button(routeTo.retryForm(pick('0123456789abcdef01', garbage() || 'x'))),
      () => button(pick('approve', 'approve/x/y/z', 'nothing/at/all', `approve/${hiddenProject}/x`, 'CONSTRUCTOR/x', '__proto__/x', 'sessions/any')),
      () => ({ kind: 'select', customId: routeTo.chooseKind(pick(...ids.sessions.slice(0, 5))), values: [pick('compute_vm', 'nothing', garbage())] }),
      () => ({ kind: 'select', customId: routeTo.removeResource(pick(...ids.sessions)), values: [pick('storage_bucket/site', 'vpc/x', garbage())] }),
      () => ({ kind: 'modal', customId: routeTo.resourceForm(pick(...ids.sessions), pick('storage_bucket', 'compute_vm', 'nothing')), fields: { name: pick('x1', garbage()) } }),
      () => ({ kind: 'modal', customId: routeTo.destroyForm(session(), plan()), fields: { name: pick('x', ...ids.names) } }),
      () => ({ kind: 'modal', customId: routeTo.moreForm(pick(...ids.grants)), fields: { duration: '1h', reason: 'x' } }),
      () => command('cloud-deploy', { project: project(), provider: pick('gcp', 'nimbus') }), () => command('cloud-deploy', { project: seenProject, provider: pick('nimbus', 'aws', garbage()) }),
      () => command('cloud-deploy', { project: seenProject, provider: 'gcp', region: pick('mars-north1', garbage() || 'x') }), () => command('cloud-deploy', { project: seenProject, provider: 'gcp', blueprint: pick('no-such', garbage() || 'x') }),
      () => command('cloud-destroy', { deployment: deployment() || 'x' }), () => command('cloud-state', { deployment: deployment() || 'x', version: 1 }), () => command('cloud-cancel', { session: pick(...ids.sessions.slice(0, 5)) }),
      () => command('cloud-grant', { 'member-or-role': '512946308817395722', project: pick(project(), seenProject), level: 'ADMIN', reason: 'x' }, { 'member-or-role': 9 }),
      () => command('cloud-revoke', { grant: pick(...ids.grants) }), () => command('cloud-edit-project', { project: pick(project(), seenProject), environment: 'dev' }), () => command('cloud-archive-project', { project: pick(project(), seenProject) }),
      () => command('cloud-create-project', { name: 'mine', environment: 'dev', providers: 'gcp' }), () => command('cloud-admin-list', {}), () => command('cloud-stats', { project: project() }),
    )();
    const presence = (): Presence => ({ userId: FORGER, guildId: number() < 0.9 ? GUILD : OTHER_GUILD });
    const before = await state();
    let refused = 0;
    while (refused < CASES) {
      const control = forge();
      // Discord takes ids of 1 to 100 characters; a part that is empty makes one that nobody answers to.
      if ('customId' in control && (control.customId.length > 100 || control.customId === '')) continue;
      const answer = await access.interactions.act(presence(), control);
      const context = JSON.stringify(control);
      expect({ context, code: answer.code }).toEqual({ context, code: expect.stringMatching(/\w/) as string });
      for (const word of [...HIDDEN, ...ids.names]) expect({ context, tells: answer.text.includes(word) && !context.includes(word) }).toEqual({ context, tells: false });
      refused += 1;
    }
    expect(await state()).toBe(before);
    process.stdout.write(`   ${refused} forged interactions, 0 accepted (seed ${SEED})\n`);
  }, 600_000);

  it('are suggested nothing that the person may not see', async () => {
    for (const name of ['cloud-deploy', 'cloud-destroy', 'cloud-cancel', 'cloud-grant', 'cloud-revoke']) {
      const focused = { 'cloud-deploy': 'project', 'cloud-destroy': 'deployment', 'cloud-cancel': 'session', 'cloud-grant': 'project', 'cloud-revoke': 'grant' }[name] ?? '';
      const { text } = await access.interactions.act({ userId: FORGER, guildId: GUILD }, { kind: 'autocomplete', name, options: { [focused]: '' }, focused });
      for (const word of [...HIDDEN, ...ids.names]) expect({ name, tells: text.includes(word) }).toEqual({ name, tells: false });
    }
  });
});
