import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Engine } from '../../src/engine';
import { ReleaseUsage, ReserveUsage, SetQuota, TakeUsage } from '../../src/modules/finops';
import type { Actor } from '../../src/modules/access';
import { newId, type DeploymentId, type GuildId, type ProjectId, type SessionId, type UserId } from '../../src/shared';
import { defaultSeed } from '../../sandbox/discord/default-seed';
import { World } from '../support/test-engine';

const ROUNDS = 50;
const SESSIONS = 100;
const QUOTA = 10;

describe('quotas', () => {
  let world: World;
  let engine: Engine;
  let commands: CommandBus;
  let actor: Actor;

  beforeAll(async () => {
    world = await World.make();
    engine = await world.engine();
    commands = engine.app.get(CommandBus);
    actor = { guildId: defaultSeed.guild.id as GuildId, userId: world.person('administrator').personaId as UserId, roleIds: [], isGuildManager: true };
  });
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  const sql = <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => engine.app.get(DataSource).query<T[]>(statement, values);
  async function project(name: string, limit = QUOTA): Promise<ProjectId> {
    await world.project(name);
    const [row] = await sql<{ id: ProjectId }>('SELECT id FROM project WHERE name = $1', [name]);
    const set = await commands.execute(new SetQuota(actor, row!.id, 'compute_vm', limit));
    expect(set).toMatchObject({ ok: true, value: [{ kind: 'compute_vm', limit, used: 0, reserved: 0 }] });
    return row!.id;
  }
  const ask = (projectId: ProjectId, count = 1, deploymentId = newId<DeploymentId>('dep'), sessionId = newId<SessionId>('ses')) =>
    commands.execute(new ReserveUsage({ sessionId, deploymentId, projectId, kinds: { compute_vm: count, vpc: 5 }, cost: { monthlyUsd: 1, complete: true } })).then((result) => ({ result, deploymentId, sessionId }));
  const take = (projectId: ProjectId, { deploymentId, sessionId }: { deploymentId: DeploymentId; sessionId: SessionId }, count: number): Promise<void> =>
    commands.execute(new TakeUsage(sessionId, { deploymentId, projectId, ownerId: actor.userId, provider: 'gcp' }, count === 0 ? [] : [{ kind: 'compute_vm', count, monthlyUsd: 1, complete: true }]));

  it(`let exactly ${QUOTA} of ${SESSIONS} sessions pass that come at once, ${ROUNDS} times over`, async () => {
    const projectId = await project('rush');
    const passed: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await Promise.all(Array.from({ length: SESSIONS }, () => ask(projectId)));
      passed.push(answers.filter(({ result }) => result.ok).length);
      expect(answers.find(({ result }) => !result.ok)?.result).toMatchObject({ failure: { code: 'QUOTA.EXCEEDED', message: expect.stringContaining('Quota exceeded for compute_vm: 10/10 used') as string } });
      await Promise.all(answers.map(({ sessionId }) => commands.execute(new ReleaseUsage(sessionId))));
    }
    expect(passed).toEqual(Array.from({ length: ROUNDS }, () => QUOTA));
  }, 180_000);

  it('count what is deployed and what is reserved, and a deployment’s own only once', async () => {
    const projectId = await project('counts');
    const first = await ask(projectId, 6);
    await take(projectId, first, 6);
    // The same deployment, one more machine: only that one is new.
    const grown = await ask(projectId, 7, first.deploymentId);
    expect(grown.result.ok).toBe(true);
    expect((await ask(projectId, 4)).result).toMatchObject({ failure: { message: expect.stringContaining('7/10 used, 1 of them reserved by other sessions, and this needs 4 more') as string } });
    expect((await ask(projectId, 3)).result.ok).toBe(true);
  });

  it('give back what a session does not use, and all of it on destroy', async () => {
    const projectId = await project('back');
    const all = await ask(projectId, 10);
    expect((await ask(projectId)).result.ok).toBe(false);
    // It failed after four of ten.
    await take(projectId, all, 4);
    const rest = await ask(projectId, 6);
    expect(rest.result.ok).toBe(true);
    expect((await ask(projectId)).result.ok).toBe(false);
    await take(projectId, rest, 0);
    await take(projectId, { deploymentId: all.deploymentId, sessionId: newId<SessionId>('ses') }, 0);
    expect((await ask(projectId, 10)).result.ok).toBe(true);
  });

  it('that become smaller than what is there refuse more of it, and nothing else', async () => {
    const projectId = await project('smaller');
    const first = await ask(projectId, 8);
    await take(projectId, first, 8);
    await commands.execute(new SetQuota(actor, projectId, 'compute_vm', 3));
    expect((await ask(projectId)).result.ok).toBe(false);
    expect((await ask(projectId, 8, first.deploymentId)).result.ok).toBe(true);
    expect((await ask(projectId, 2, first.deploymentId)).result.ok).toBe(true);
  });

  it.each([[-1, 'compute_vm', 'QUOTA.LIMIT'], [1.5, 'compute_vm', 'QUOTA.LIMIT'], [1e9, 'compute_vm', 'QUOTA.LIMIT'], [Number.NaN, 'compute_vm', 'QUOTA.LIMIT'], [3, 'space_ship', 'QUOTA.KIND'], [3, '__proto__', 'QUOTA.KIND']])('of %s for %s are refused', async (limit, kind, code) => {
    const [row] = await sql<{ id: ProjectId }>(`SELECT id FROM project WHERE name = 'rush'`);
    expect(await commands.execute(new SetQuota(actor, row!.id, kind, limit))).toMatchObject({ ok: false, failure: { code } });
  });
});
