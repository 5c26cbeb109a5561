import { ROUTES, routeTo } from '../../src/discord/routes';
import type { ChangeId, DeploymentId, GrantId, PlanId, ProjectId, RequestId, SessionId } from '../../src/shared';
import { AccessWorld, GUILD, OTHER_GUILD, ROLE } from './support/access-world';
import type { Control, Presence } from './support/forged-interactions';

/** What somebody holds on the project, in every way in which one can hold something or nothing. */
const HOLDINGS = ['none', 'expired', 'revoked', 'READ', 'DEPLOY', 'ADMIN', 'DEPLOY by role', 'manager'] as const;
type Holding = (typeof HOLDINGS)[number];
const PLACES = ['same guild', 'other guild', 'direct message'] as const;
type Level = 'none' | 'READ' | 'DEPLOY' | 'ADMIN';

const LEVEL: Record<Holding, Level> = { none: 'none', expired: 'none', revoked: 'none', READ: 'READ', DEPLOY: 'DEPLOY', ADMIN: 'ADMIN', 'DEPLOY by role': 'DEPLOY', manager: 'ADMIN' };
const OTHER = '700000000000000009';

interface Things {
  readonly session: SessionId;
  readonly deployment: DeploymentId;
  readonly grant: GrantId;
  readonly request: RequestId;
  readonly change: ChangeId;
  readonly draft: string;
  readonly project: ProjectId;
}

interface Rule {
  readonly name: string;
  readonly control: (things: Things) => Control;
  /** The refusal that is expected, by what is held and whose it is; undefined: allowed, whatever it then says about the thing itself. */
  readonly refused: (level: Level, own: boolean, holding: Holding) => string | undefined;
  /** What is expected in another guild; absent: the same as for who holds nothing. */
  readonly elsewhere?: (holding: Holding) => string | undefined;
}

const PLAN = 'pln_000000000000' as PlanId;
const button = (customId: string): Control => ({ kind: 'button', customId });
const command = (name: string, options: Record<string, string | number>, types?: Record<string, number>): Control => ({ kind: 'command', name, options, ...(types && { types }) });

const changing = (missing: string) => (level: Level, own: boolean): string | undefined => {
  if (level === 'none') return missing;
  if (level === 'READ') return 'ACCESS.LEVEL_NEEDED';
  return level === 'DEPLOY' && !own ? 'ACCESS.NOT_OWNER' : undefined;
};
const changingSession = changing('SESSION.NOT_FOUND');
const changingDeployment = changing('DEPLOYMENT.NOT_FOUND');
const administering = (missing: string) => (level: Level): string | undefined => (level === 'none' ? missing : level === 'ADMIN' ? undefined : 'ACCESS.LEVEL_NEEDED');
const always = (): undefined => undefined;

const RULES: readonly Rule[] = [
  { name: 'button approve', control: ({ session }) => button(routeTo.approve(session, PLAN)), refused: changingSession },
  { name: 'button destroy', control: ({ session }) => button(routeTo.confirmDestroy(session, PLAN)), refused: changingSession },
  { name: 'button add resource', control: ({ session }) => button(routeTo.addResource(session)), refused: changingSession },
  { name: 'button refresh', control: ({ session }) => button(routeTo.refresh(session)), refused: changingSession },
  { name: 'button cancel', control: ({ session }) => button(routeTo.cancel(session)), refused: changingSession },
  { name: 'button plan details', control: ({ session }) => button(routeTo.planDetails(session)), refused: (level) => (level === 'none' ? 'SESSION.NOT_FOUND' : undefined) },
  { name: 'button ask for a forced stop', control: ({ session }) => button(routeTo.askForce(session)), refused: changingSession },
  { name: 'button stop by force', control: ({ session }) => button(routeTo.forceStop(session)), refused: (level, own) => changingSession(level, own) ?? (level === 'ADMIN' ? undefined : 'ACCESS.LEVEL_NEEDED') },
  { name: 'button edit and try again', control: ({ draft }) => button(routeTo.retryForm(draft)), refused: (level, own) => (own ? changingSession(level, own) : 'FORM.GONE') },
  { name: 'button retry', control: ({ deployment }) => button(routeTo.deployAgain(deployment)), refused: changingDeployment },
  { name: 'button destroy deployment', control: ({ deployment }) => button(routeTo.destroyDeployment(deployment)), refused: changingDeployment },
  { name: 'button reconcile', control: ({ deployment }) => button(routeTo.reconcile(deployment)), refused: changingDeployment },
  { name: 'button approve access', control: ({ request }) => button(routeTo.approveAccess(request)), refused: (level, own) => (own ? 'REQUEST.OWN' : administering('REQUEST.NOT_FOUND')(level)), elsewhere: () => 'REQUEST.NOT_FOUND' },
  { name: 'button deny access', control: ({ request }) => button(routeTo.denyAccess(request)), refused: (level, own) => (own ? 'REQUEST.OWN' : administering('REQUEST.NOT_FOUND')(level)), elsewhere: () => 'REQUEST.NOT_FOUND' },
  { name: 'button ask for more', control: ({ grant }) => button(routeTo.askMore(grant)), refused: always, elsewhere: always },
  { name: 'button list of sessions', control: () => button(routeTo.listSessions('all', 'newest')), refused: always, elsewhere: always },
  { name: 'button list of everybody’s sessions', control: () => button(routeTo.adminList('any', 'any', 'any', 'newest')), refused: (level) => (level === 'ADMIN' ? undefined : 'ACCESS.LEVEL_NEEDED') },
  { name: 'select kind', control: ({ session }) => ({ kind: 'select', customId: routeTo.chooseKind(session), values: ['storage_bucket'] }), refused: changingSession },
  { name: 'select resource to remove', control: ({ session }) => ({ kind: 'select', customId: routeTo.removeResource(session), values: ['storage_bucket/none'] }), refused: changingSession },
  { name: 'modal resource', control: ({ session }) => ({ kind: 'modal', customId: routeTo.resourceForm(session, 'storage_bucket'), fields: { name: 'x1' } }), refused: changingSession },
  { name: 'modal destroy', control: ({ session }) => ({ kind: 'modal', customId: routeTo.destroyForm(session, PLAN), fields: { name: 'x' } }), refused: changingSession },
  { name: 'modal more access', control: ({ grant }) => ({ kind: 'modal', customId: routeTo.moreForm(grant), fields: { duration: '1h', reason: 'more' } }), refused: (_, own) => (own ? undefined : 'GRANT.NOT_FOUND'), elsewhere: () => 'GRANT.NOT_FOUND' },
  { name: '/cloud-deploy', control: ({ project }) => command('cloud-deploy', { project, provider: 'nimbus' }), refused: (level) => (level === 'none' ? 'ACCESS.PROJECT_NOT_FOUND' : level === 'READ' ? 'ACCESS.LEVEL_NEEDED' : undefined) },
  { name: '/cloud-cancel', control: ({ session }) => command('cloud-cancel', { session }), refused: changingSession },
  { name: '/cloud-destroy', control: ({ deployment }) => command('cloud-destroy', { deployment }), refused: changingDeployment },
  { name: '/cloud-reconcile', control: ({ deployment }) => command('cloud-reconcile', { deployment }), refused: changingDeployment },
  { name: '/cloud-state', control: ({ deployment }) => command('cloud-state', { deployment }), refused: administering('DEPLOYMENT.NOT_FOUND') },
  { name: '/cloud-grant', control: ({ project }) => command('cloud-grant', { 'member-or-role': '512946308817395722', project, level: 'READ', reason: 'x', duration: 'never' }, { 'member-or-role': 9 }), refused: administering('ACCESS.PROJECT_NOT_FOUND'),
    // Of a guild that the bot is not in, Discord resolves nobody who could be granted anything.
    elsewhere: always },
  { name: '/cloud-revoke', control: ({ grant }) => command('cloud-revoke', { grant }), refused: administering('GRANT.NOT_FOUND') },
  { name: '/cloud-edit-project', control: ({ project }) => command('cloud-edit-project', { project, credentials: 'NOT A PROFILE' }), refused: administering('ACCESS.PROJECT_NOT_FOUND') },
  { name: '/cloud-archive-project', control: ({ project }) => command('cloud-archive-project', { project }), refused: administering('ACCESS.PROJECT_NOT_FOUND') },
  { name: '/cloud-create-project', control: () => command('cloud-create-project', { name: 'Not A Name', environment: 'dev', providers: 'gcp' }), refused: (_, __, holding) => (holding === 'manager' ? undefined : 'ACCESS.ADMIN_NEEDED'), elsewhere: (holding) => (holding === 'manager' ? undefined : 'ACCESS.ADMIN_NEEDED') },
  { name: '/cloud-request-access', control: ({ project }) => command('cloud-request-access', { project, level: 'READ', duration: '1h', reason: 'x' }), refused: always, elsewhere: always },
  { name: '/cloud-projects', control: () => command('cloud-projects', {}), refused: always, elsewhere: always },
  { name: '/cloud-list', control: () => command('cloud-list', {}), refused: always, elsewhere: always },
  { name: '/cloud-admin-list', control: () => command('cloud-admin-list', {}), refused: (level) => (level === 'ADMIN' ? undefined : 'ACCESS.LEVEL_NEEDED') },
  { name: 'button agree to a change', control: ({ change }) => button(routeTo.agreeChange(change)), refused: (level, own) => (level === 'ADMIN' && own ? 'CHANGE.OWN' : administering('CHANGE.NOT_FOUND')(level)), elsewhere: () => 'CHANGE.NOT_FOUND' },
  { name: 'button decline a change', control: ({ change }) => button(routeTo.declineChange(change)), refused: administering('CHANGE.NOT_FOUND'), elsewhere: () => 'CHANGE.NOT_FOUND' },
  { name: '/cloud-access', control: () => command('cloud-access', {}), refused: always, elsewhere: always },
  { name: '/cloud-quota', control: ({ project }) => command('cloud-quota', { project }), refused: (level) => (level === 'none' ? 'ACCESS.PROJECT_NOT_FOUND' : undefined) },
  { name: '/cloud-set-quota', control: ({ project }) => command('cloud-set-quota', { project, kind: 'no_such_kind', limit: 1 }), refused: administering('ACCESS.PROJECT_NOT_FOUND') },
  { name: '/cloud-costs', control: ({ project }) => command('cloud-costs', { project }), refused: (level) => (level === 'none' ? 'ACCESS.PROJECT_NOT_FOUND' : undefined) },
  { name: '/cloud-stats', control: () => command('cloud-stats', {}), refused: (level) => (level === 'ADMIN' ? undefined : 'ACCESS.LEVEL_NEEDED') },
];

/** Codes that say no to the person; every other one speaks of the thing itself, to somebody who may know of it. */
const REFUSALS = /^(?:ACCESS\..*|SESSION\.NOT_FOUND|DEPLOYMENT\.NOT_FOUND|GRANT\.NOT_FOUND|REQUEST\.(?:NOT_FOUND|OWN)|CHANGE\.(?:NOT_FOUND|OWN)|FORM\.GONE|DISCORD\.GUILD_ONLY)$/;

describe('who may do what', () => {
  let access: AccessWorld;
  let project: ProjectId;
  const seen = new Set<string>();
  let cells = 0;

  beforeAll(async () => {
    access = await AccessWorld.make();
    project = await access.project('matrix');
    await access.deployment(project, OTHER, 'live');
  });

  afterAll(async () => {
    process.stdout.write(`   ${cells} cells: ${RULES.length} controls x ${HOLDINGS.length} holdings x 2 owners x ${PLACES.length} places\n`);
    await access?.close();
  });

  const userOf = (holding: Holding): string => `70000000000000010${HOLDINGS.indexOf(holding)}`;

  async function hold(holding: Holding): Promise<void> {
    const user = userOf(holding);
    if (seen.has(user)) return;
    seen.add(user);
    if (holding === 'expired' || holding === 'revoked') await access.grant(project, user, 'ADMIN', holding);
    else if (holding === 'DEPLOY by role') await access.grant(project, user, 'DEPLOY', 'by role');
    else if (holding !== 'none' && holding !== 'manager') await access.grant(project, user, holding);
  }

  const presence = (holding: Holding, place: (typeof PLACES)[number]): Presence => {
    const userId = userOf(holding);
    if (place === 'direct message') return { userId };
    return { userId, guildId: place === 'same guild' ? GUILD : OTHER_GUILD, roleIds: holding === 'DEPLOY by role' ? [ROLE] : [], isManager: holding === 'manager' };
  };

  /** What a control acts upon, made only if it asks for it. */
  async function things(owner: string, control: Rule['control']): Promise<Things> {
    const wanted = new Set<string>();
    control(new Proxy({} as Things, { get: (_, name) => void wanted.add(String(name)) }));
    const needs = (name: keyof Things): boolean => wanted.has(name);
    const session = needs('session') || needs('draft') ? (await access.session(project, owner, 'APPLIED')).id : ('' as SessionId);
    return {
      session, project,
      deployment: needs('deployment') ? await access.deployment(project, owner, 'destroyed') : ('' as DeploymentId),
      change: needs('change') ? await access.change(project, owner) : ('' as ChangeId),
      request: needs('request') ? await access.request(project, owner) : ('' as RequestId),
      draft: needs('draft') ? await access.draft(owner, session) : '',
      grant: needs('grant') ? await access.grant(project, owner, 'READ') : ('' as GrantId),
    };
  }

  it('leaves out no command, button, select or modal', async () => {
    const words = (customId: string): string => customId.split('/')[0] ?? '';
    const sample: Things = { session: 's' as SessionId, deployment: 'd' as DeploymentId, grant: 'g' as GrantId, request: 'r' as RequestId, change: 'c' as ChangeId, draft: 'f', project };
    const acted = new Set(RULES.map(({ control }) => control(sample)).map((one) => (one.kind === 'command' || one.kind === 'autocomplete' ? one.name : words(one.customId))));
    const commands = (await access.world.person('administrator').commands()).map(({ name }) => name);
    expect([...commands, ...Object.values(ROUTES).map(words)].filter((one) => !acted.has(one))).toEqual([]);
  });

  describe.each(RULES)('$name', ({ control, refused, elsewhere }) => {
    it.each(HOLDINGS)('for %s', async (holding) => {
      await hold(holding);
      for (const own of [true, false]) {
        const level = LEVEL[holding];
        const owner = own ? userOf(holding) : OTHER;
        for (const place of PLACES) {
          const made = await things(owner, control);
          // A grant that is acted upon is READ to its holder.
          const isReader = made.grant !== '' && own && level === 'none';
          const answer = await access.interactions.act(presence(holding, place), control(made));
          const here = refused(isReader ? 'READ' : level, own, holding);
          const there = elsewhere ? elsewhere(holding) : refused('none', own, holding);
          const expected = place === 'direct message' ? 'DISCORD.GUILD_ONLY' : place === 'same guild' ? here : there;
          const got = answer.code !== undefined && REFUSALS.test(answer.code) ? answer.code : undefined;
          expect({ holding, own, place, got }).toEqual({ holding, own, place, got: expected });
          if (made.grant !== '') await access.sql('DELETE FROM access_grant WHERE id = $1', [made.grant]);
          cells += 1;
        }
      }
    });
  });
});
