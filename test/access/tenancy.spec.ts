import { ListHistory } from '../../src/modules/audit';
import { ListGrants, ListProjects } from '../../src/modules/access';
import { GetStatistics, ListDeployments, ListSessions } from '../../src/modules/sessions';
import { QueryBus } from '@nestjs/cqrs';
import type { ProjectId } from '../../src/shared';
import { AccessWorld, GUILD, OTHER_GUILD, ROLE, value } from './support/access-world';

const SAME_PERSON = '700000000000000200';

describe('two guilds with a project of the same name', () => {
  let access: AccessWorld;
  let here: ProjectId;
  let there: ProjectId;

  beforeAll(async () => {
    access = await AccessWorld.make();
    [here, there] = [await access.project('twin'), await access.project('twin', OTHER_GUILD)];
    // The same person holds the most in one of them, and nothing in the other; the same goes for a role of the same id.
    await access.grant(there, SAME_PERSON, 'ADMIN', 'alive', OTHER_GUILD);
    await access.grant(there, SAME_PERSON, 'ADMIN', 'by role', OTHER_GUILD);
    await access.session(here, '700000000000000201', 'APPLIED');
    await access.session(there, SAME_PERSON, 'APPLIED', OTHER_GUILD);
    await access.deployment(here, '700000000000000201', 'live');
    await access.deployment(there, SAME_PERSON, 'live', OTHER_GUILD);
  });

  afterAll(() => access?.close());

  it('see nothing of each other', async () => {
    const queries = access.engine.app.get(QueryBus);
    for (const [guild, own, other] of [[GUILD, here, there], [OTHER_GUILD, there, here]] as const) {
      const manager = access.manager(guild);
      const seen = JSON.stringify([
        await queries.execute(new ListProjects(manager, 'READ')), await queries.execute(new ListGrants(manager)), await queries.execute(new ListSessions(manager, { limit: 50 })),
        await queries.execute(new ListSessions(manager, { limit: 50, asAdministrator: true, projectId: other })), await queries.execute(new ListDeployments(manager, '', 50)),
        await queries.execute(new ListHistory(manager.guildId, other)),
      ]);
      expect(seen).toContain(own);
      expect(seen).not.toContain(other);
      expect(await queries.execute(new GetStatistics(manager, other, 30))).toMatchObject({ ok: false, failure: { code: 'ACCESS.PROJECT_NOT_FOUND' } });
      expect(value(await queries.execute(new GetStatistics(manager, undefined, 30))).started).toBe(2);
    }
  });

  it('lend nobody what they hold in the other', async () => {
    const acting = (guildId: string) => ({ userId: SAME_PERSON, guildId, roleIds: [ROLE] });
    for (const project of ['twin', here, there]) {
      const { code } = await access.interactions.act(acting(GUILD), { kind: 'command', name: 'cloud-deploy', options: { project, provider: 'gcp' } });
      expect({ project, code }).toEqual({ project, code: 'ACCESS.PROJECT_NOT_FOUND' });
    }
    expect((await access.interactions.act(acting(OTHER_GUILD), { kind: 'command', name: 'cloud-deploy', options: { project: 'twin', provider: 'nimbus' } })).code).toBe('SESSION.PROVIDER');
  });
});
