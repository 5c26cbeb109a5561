import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Settings } from '../../src/config';
import { Transaction } from '../../src/database';
import { startEngine, type Engine } from '../../src/engine';
import { Jobs } from '../../src/jobs';
import { CreateProject, GrantAccess, type Actor } from '../../src/modules/access';
import { ListHistory } from '../../src/modules/audit';
import { ApproveSession, CancelSession, ExpireSessions, GetSession, ListSessions, SESSION_CHANGED_QUEUE, StartSession } from '../../src/modules/sessions';
import type { GuildId, PlanId, ProjectId, Result, SessionId, UserId } from '../../src/shared';
import { aPlan } from '../../src/modules/sessions/domain/session.builder';
import { SessionRepository } from '../../src/modules/sessions/persistence/session.repository';
import { SessionWorker } from '../../src/modules/sessions/schedule/session-worker';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const someone = (userId: string, isGuildManager = false, guildId = 'guild-1'): Actor => ({ guildId: guildId as GuildId, userId: userId as UserId, roleIds: [], isGuildManager });
const ada = someone('ada', true);
const dev = someone('dev');
const eve = someone('eve');
const stranger = someone('stranger', true, 'guild-2');

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
};

describe('sessions in a real database', () => {
  let folder: string;
  let database: TestDatabase;
  let engine: Engine;
  let commands: CommandBus;
  let queries: QueryBus;
  let sql: DataSource;
  let projects = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-engine-sessions-'));
    database = await createTestDatabase();
    engine = await startEngine(Settings.from({ ROLE: 'worker', DATABASE_URL: database.url, DATA_DIR: folder, PRICE_REFRESH_HOURS: '0', HTTP_PORT: '0', LOG_LEVEL: 'silent' }));
    [commands, queries, sql] = [engine.app.get(CommandBus), engine.app.get(QueryBus), engine.app.get(DataSource)];
  });

  afterAll(async () => {
    await engine?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function project(environment = 'dev'): Promise<ProjectId> {
    const { id } = value(await commands.execute(new CreateProject(ada, { name: `project-${(projects += 1)}`, environment, providers: ['gcp'] })));
    for (const { userId } of [dev, eve]) value(await commands.execute(new GrantAccess(ada, id, { kind: 'user', id: userId }, 'DEPLOY', 'testing')));
    return id;
  }

  const start = async (projectId: ProjectId, actor = dev, deploymentName?: string): Promise<SessionId> =>
    value(await commands.execute(new StartSession(actor, { projectId, provider: 'gcp', ...(deploymentName && { deploymentName }) }))).id;
  const stored = async (id: SessionId): Promise<{ state: string; version: number } | undefined> => (await sql.query<{ state: string; version: number }[]>('SELECT state, version FROM session WHERE id = $1', [id]))[0];
  const age = (id: SessionId, state: string): Promise<unknown> => sql.query(`UPDATE session SET state = $2, expires_at = now() - interval '1 second' WHERE id = $1`, [id, state]);

  it('read as expired the moment their time is over, and are ended by one statement that leaves applies alone', async () => {
    const projectId = await project();
    const aged: (readonly [SessionId, string])[] = [];
    for (const state of ['DRAFT', 'PLAN_READY', 'VALIDATING', 'PLANNING', 'APPROVED', 'APPLYING']) {
      const id = await start(projectId);
      await age(id, state);
      aged.push([id, state]);
    }
    const draft = aged[0]![0];
    expect(value(await queries.execute(new GetSession(dev, draft))).state).toBe('EXPIRED');
    expect(await commands.execute(new CancelSession(dev, draft))).toMatchObject({ ok: false, failure: { code: 'SESSION.EXPIRED' } });

    expect(await commands.execute(new ExpireSessions())).toBe(2);
    expect(await commands.execute(new ExpireSessions())).toBe(0);
    for (const [id, state] of aged) expect((await stored(id))?.state).toBe(['DRAFT', 'PLAN_READY'].includes(state) ? 'EXPIRED' : state);
  });

  it('do not exist for another guild, and are not changed by somebody else', async () => {
    const id = await start(await project());
    expect(await queries.execute(new GetSession(stranger, id))).toMatchObject({ failure: { code: 'SESSION.NOT_FOUND' } });
    expect(await commands.execute(new CancelSession(stranger, id))).toMatchObject({ failure: { code: 'SESSION.NOT_FOUND' } });
    expect(await commands.execute(new CancelSession(eve, id))).toMatchObject({ failure: { code: 'ACCESS.NOT_OWNER' } });
    expect(await commands.execute(new CancelSession(someone('nobody'), id))).toMatchObject({ failure: { code: 'SESSION.NOT_FOUND' } });
    expect(value(await commands.execute(new CancelSession(ada, id))).state).toBe('CANCELLED');
  });

  it('in production are not approved by whoever asked, not even an administrator', async () => {
    const id = await start(await project('production'), ada);
    await sql.query(`UPDATE session SET state = 'PLAN_READY' WHERE id = $1`, [id]);
    expect(await commands.execute(new ApproveSession(ada, id, 'pln_x' as PlanId))).toMatchObject({ failure: { code: 'APPROVAL.SECOND_PERSON' } });
  });

  it('are approved together with the one attempt at their plan, by the hash and the time that the database finds', async () => {
    const id = await start(await project());
    const plan = { ...aPlan('pln_approved'), counts: { add: 1, change: 0, destroy: 0 } };
    const ready = (sha256: string, ttl: string): Promise<unknown> => sql.query(`UPDATE session SET state = 'PLAN_READY', plan = $2, expires_at = clock_timestamp() + $3::interval WHERE id = $1`, [id, JSON.stringify({ ...plan, sha256 }), ttl]);
    await ready(plan.sha256, '1 hour');
    const sessions = engine.app.get(SessionRepository);
    const approved = value((await sessions.find(id))!.approve(plan.id, { by: dev.userId, via: [] }, new Date()));
    await ready('c'.repeat(64), '1 hour');
    expect(await sessions.approve(approved)).toBeUndefined();
    await ready(plan.sha256, '-1 second');
    expect(await sessions.approve(approved)).toBeUndefined();

    await ready(plan.sha256, '1 hour');
    const presses = await Promise.all(Array.from({ length: 8 }, () => commands.execute(new ApproveSession(dev, id, plan.id))));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    const attempts = await sql.query<{ run_id: string }[]>('SELECT run_id FROM apply_attempt WHERE plan_id = $1', [plan.id]);
    expect(attempts).toHaveLength(1);
    // There is no such saved plan, so nothing can be applied: that too is told.
    await eventually(async () => (await stored(id))?.state === 'FAILED', 'the end of the apply');
    expect((await sessions.find(id))?.values.runId).toBe(attempts[0]?.run_id);
  });

  it('go on where their job was lost with its worker', async () => {
    const id = await start(await project());
    await sql.query(`UPDATE session SET state = 'APPROVED', run_id = 'run_lost', plan = $2, created_at = now() - interval '2 minutes' WHERE id = $1`, [id, JSON.stringify(aPlan('pln_lost'))]);
    await engine.app.get(SessionWorker).lookAgain();
    await eventually(async () => (await stored(id))?.state === 'FAILED', 'somebody to look after it');
  });

  it('are changed by exactly one of many at once', async () => {
    const id = await start(await project());
    const presses = await Promise.all(Array.from({ length: 10 }, () => commands.execute(new CancelSession(dev, id))));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stored(id)).toEqual({ state: 'CANCELLED', version: 2 });
  });

  it('are listed in pages, newest first, each once', async () => {
    const projectId = await project();
    const made: SessionId[] = [];
    for (let number = 0; number < 12; number += 1) made.unshift(await start(projectId, dev, `paged-${number}`));
    const listed: SessionId[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await queries.execute(new ListSessions(ada, { limit: 5, text: 'paged-', ...(after !== undefined && { after }) }));
      listed.push(...page.sessions.map(({ id }) => id));
      after = page.next;
      more = after !== undefined;
    }
    expect(listed).toEqual(made);
    expect((await queries.execute(new ListSessions(stranger, { limit: 50 }))).sessions).toEqual([]);
  });

  it('leave a history that nobody can rewrite', async () => {
    const id = await start(await project());
    await commands.execute(new CancelSession(dev, id));
    const history = await queries.execute(new ListHistory(dev.guildId, id));
    expect(history.map(({ action, actorId, outcome }) => [action, actorId, outcome])).toEqual([['session.start', 'dev', 'done'], ['session.cancel', 'dev', 'done']]);
    for (const statement of ['DELETE FROM history', `UPDATE history SET actor_id = 'eve'`, 'TRUNCATE history']) {
      await expect(sql.query(statement)).rejects.toThrow('permission denied');
      await expect(database.asOwner(statement)).rejects.toThrow('append-only');
    }
  });

  it('send their jobs exactly if their change is committed', async () => {
    const jobs = engine.app.get(Jobs);
    const transaction = engine.app.get(Transaction);
    const count = async (): Promise<number> => Number((await sql.query<{ count: string }[]>(`SELECT count(*) FROM jobs.job WHERE name = 'session-changed'`))[0]?.count);
    const send = (): Promise<void> => jobs.send(SESSION_CHANGED_QUEUE, { sessionId: 'ses_none' as SessionId, version: 1 });
    const before = await count();
    await expect(transaction.run(async () => {
      await send();
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await count()).toBe(before);
    await transaction.run(send);
    expect(await count()).toBe(before + 1);
  });

  it('are refused where the provider or the region is unknown, or the name is none', async () => {
    const projectId = await project();
    expect(await commands.execute(new StartSession(dev, { projectId, provider: 'nimbus' }))).toMatchObject({ failure: { code: 'SESSION.PROVIDER' } });
    expect(await commands.execute(new StartSession(dev, { projectId, provider: 'gcp', region: 'mars-north1' }))).toMatchObject({ failure: { code: 'SESSION.REGION' } });
    expect(await commands.execute(new StartSession(dev, { projectId, provider: 'gcp', deploymentName: 'No Name' }))).toMatchObject({ failure: { code: 'DEPLOYMENT.NAME' } });
  });
});
