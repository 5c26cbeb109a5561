import { ApproveSession } from '../../src/modules/sessions';
import { RevokeGrant, type Actor } from '../../src/modules/access';
import { aPlan } from '../../src/modules/sessions/domain/session.builder';
import type { GrantId, GuildId, ProjectId, SessionId, UserId } from '../../src/shared';
import { often } from '../chaos/support/size';
import { AccessWorld, GUILD } from './support/access-world';

const RACES = often(500, 60);

describe('an approval at the very moment in which the grant goes', () => {
  let access: AccessWorld;
  let project: ProjectId;

  beforeAll(async () => {
    access = await AccessWorld.make();
    project = await access.project('races');
  });

  afterAll(() => access?.close());

  async function ready(number: number): Promise<{ actor: Actor; grant: GrantId; session: SessionId; plan: ReturnType<typeof aPlan> }> {
    const userId = String(700_000_000_000_001_000n + BigInt(number));
    const grant = await access.grant(project, userId, 'DEPLOY');
    const { id } = await access.session(project, userId, 'PLAN_READY');
    const plan = aPlan(`pln_race_${number}`);
    await access.sql('UPDATE session SET plan = $2 WHERE id = $1', [id, JSON.stringify({ ...plan, sha256: `${number}`.padStart(64, '0') })]);
    return { actor: { guildId: GUILD as GuildId, userId: userId as UserId, roleIds: [], isGuildManager: false }, grant, session: id, plan };
  }

  const approvedAt = async (session: SessionId): Promise<Date | undefined> => (await access.sql<{ at: Date }>('SELECT attempt.approved_at AS at FROM apply_attempt attempt JOIN session ON session.run_id = attempt.run_id WHERE session.id = $1', [session]))[0]?.at;

  it(`is before it or after it, never both: ${RACES} times against a revoke`, async () => {
    const won = { approved: 0, revoked: 0 };
    for (let number = 0; number < RACES; number += 1) {
      const { actor, grant, session, plan } = await ready(number);
      const [approval, revoke] = await Promise.all([access.commands.execute(new ApproveSession(actor, session, plan.id)), access.commands.execute(new RevokeGrant(access.manager(), grant))]);
      expect(revoke.ok).toBe(true);
      const [row] = await access.sql<{ revoked_at: Date }>('SELECT revoked_at FROM access_grant WHERE id = $1', [grant]);
      const at = await approvedAt(session);
      expect(approval.ok).toBe(at !== undefined);
      if (at) expect(at.getTime()).toBeLessThanOrEqual(row!.revoked_at.getTime());
      won[at ? 'approved' : 'revoked'] += 1;
      // Either way nothing can be approved with it any more.
      if (!at) expect(await access.commands.execute(new ApproveSession(actor, session, plan.id))).toMatchObject({ ok: false });
    }
    process.stdout.write(`   ${RACES} races against a revoke: ${won.approved} approved before it, ${won.revoked} refused after it\n`);
  }, 600_000);

  it(`is before it or after it, never both: ${RACES} times against its end`, async () => {
    const won = { approved: 0, ended: 0 };
    for (let number = RACES; number < 2 * RACES; number += 1) {
      const { actor, grant, session, plan } = await ready(number);
      await access.sql(`UPDATE access_grant SET granted_at = now() - interval '1 hour', ends_at = clock_timestamp() + ($2 * interval '1 millisecond') WHERE id = $1`, [grant, number % 12]);
      const approval = await access.commands.execute(new ApproveSession(actor, session, plan.id));
      const [row] = await access.sql<{ ends_at: Date; decided_at: string }>(`SELECT ends_at, (SELECT approvals -> 0 ->> 'at' FROM session WHERE id = $2) AS decided_at FROM access_grant WHERE id = $1`, [grant, session]);
      const at = await approvedAt(session);
      expect(approval.ok).toBe(at !== undefined);
      if (at) expect(Date.parse(row!.decided_at)).toBeLessThan(row!.ends_at.getTime());
      won[at ? 'approved' : 'ended'] += 1;
    }
    process.stdout.write(`   ${RACES} races against the end of a grant: ${won.approved} approved before it, ${won.ended} refused after it\n`);
  }, 600_000);
});
