import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../database';
import type { ProjectId, SessionId } from '../../../shared';
import { Session } from '../domain/session';
import type { SessionState } from '../domain/session-state';
import { toRow, toSession } from './session.mapper';
import { SessionRepository, type SessionSelection } from './session.repository';
import { SessionRow } from './session.row';

/** The product's own number, beside which names are hashed. */
const NAMES_LOCK = 4_400_444;

@Injectable()
export class TypeormSessionRepository extends SessionRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(session: Session): Promise<boolean> {
    const inserted = await this.transaction.manager.createQueryBuilder().insert().into(SessionRow).values(toRow(session)).orIgnore().returning('id').execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async isNameTaken(projectId: ProjectId, name: string): Promise<boolean> {
    await this.transaction.manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [NAMES_LOCK, `${projectId} ${name}`]);
    const [row] = await this.transaction.manager.query<{ taken: boolean }[]>(
      `SELECT EXISTS (SELECT FROM session WHERE project_id = $1 AND deployment_name = $2 AND state NOT IN ('APPLIED', 'FAILED', 'CANCELLED', 'EXPIRED') AND (state NOT IN ('DRAFT', 'PLAN_READY') OR expires_at > clock_timestamp()))
           OR EXISTS (SELECT FROM deployment WHERE project_id = $1 AND name = $2 AND status <> 'destroyed') AS taken`,
      [projectId, name],
    );
    return row?.taken ?? false;
  }

  async find(id: SessionId): Promise<Session | undefined> {
    const row = await this.transaction.manager.findOneBy(SessionRow, { id });
    return row ? toSession(row) : undefined;
  }

  async save(session: Session): Promise<Session | undefined> {
    const { version } = session.values;
    const next = Session.restore({ ...session.values, version: version + 1 });
    const { affected } = await this.transaction.manager.update(SessionRow, { id: session.id, version }, toRow(next));
    return affected === 1 ? next : undefined;
  }

  async approve(session: Session): Promise<Session | undefined> {
    const { version, plan } = session.values;
    const next = Session.restore({ ...session.values, version: version + 1 });
    const { affected } = await this.transaction.manager.createQueryBuilder().update(SessionRow).set(toRow(next))
      .where('id = :id AND version = :version', { id: session.id, version })
      .andWhere(`plan ->> 'sha256' = :sha256 AND expires_at > clock_timestamp()`, { sha256: plan?.sha256 })
      .execute();
    return affected === 1 ? next : undefined;
  }

  async select({ projectIds, states, ownerId, text, after, limit }: SessionSelection): Promise<readonly Session[]> {
    if (projectIds.length === 0) return [];
    const query = this.transaction.manager.createQueryBuilder(SessionRow, 'session').where('session.project_id IN (:...projectIds)', { projectIds });
    if (states?.length) query.andWhere('session.state IN (:...states)', { states });
    if (ownerId) query.andWhere('session.owner_id = :ownerId', { ownerId });
    if (text) query.andWhere('(strpos(session.id, :text) > 0 OR strpos(session.deployment_name, :text) > 0)', { text: text.toLowerCase() });
    if (after) query.andWhere('(session.created_at, session.id) < (:createdAt, :id)', after);
    return (await query.orderBy('session.created_at', 'DESC').addOrderBy('session.id', 'DESC').limit(limit).getMany()).map(toSession);
  }

  async inStates(states: readonly SessionState[]): Promise<readonly Session[]> {
    return (await this.transaction.manager.find(SessionRow, { where: { state: In([...states]) }, order: { createdAt: 'ASC' } })).map(toSession);
  }

  async expireDue(): Promise<readonly Session[]> {
    const updated = await this.transaction.manager
      .createQueryBuilder()
      .update(SessionRow)
      .set({ state: 'EXPIRED', version: () => 'version + 1' })
      .where("state IN ('DRAFT', 'PLAN_READY') AND expires_at <= clock_timestamp()")
      .returning('id')
      .execute();
    const ids = (updated.raw as { id: string }[]).map(({ id }) => id);
    return ids.length === 0 ? [] : (await this.transaction.manager.findBy(SessionRow, { id: In(ids) })).map(toSession);
  }
}
