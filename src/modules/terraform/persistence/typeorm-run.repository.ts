import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type QueryDeepPartialEntity } from 'typeorm';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';
import type { RunEnd, RunSummary } from '../domain/run';
import type { LineDraft, RunLine } from '../domain/run-line';
import { RunLineRow } from './run-line.row';
import { toEnd, toLine, toSummary } from './run.mapper';
import { RunRepository, type FollowedRun, type JournalEntry, type NewRun, type RunBatch, type RunEnding } from './run.repository';
import { RunRow } from './run.row';

const NOW = (): string => 'clock_timestamp()';
const NOT_ENDED = Not('ended' as const);
const LINES_PER_INSERT = 500;

@Injectable()
export class TypeormRunRepository extends RunRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(run: NewRun): Promise<boolean> {
    const rows = await this.transaction.manager.query<object[]>(
      `INSERT INTO run (id, kind, deployment_id, plan_id, worker_id, state) VALUES ($1, $2, $3, $4, $5, 'starting') ON CONFLICT DO NOTHING RETURNING id`,
      [run.id, run.kind, run.deploymentId, run.planId, run.workerId],
    );
    return rows.length === 1;
  }

  async find(id: RunId): Promise<RunSummary | undefined> {
    const row = await this.transaction.manager.findOneBy(RunRow, { id });
    return row ? toSummary(row) : undefined;
  }

  async endOf(id: RunId): Promise<RunEnd | undefined> {
    const row = await this.transaction.manager.findOneBy(RunRow, { id });
    return row ? toEnd(row) : undefined;
  }

  async listOpen(workerId: string): Promise<RunId[]> {
    const rows = await this.transaction.manager.find(RunRow, { select: { id: true }, where: { workerId, state: NOT_ENDED }, order: { startedAt: 'ASC' } });
    return rows.map((row) => row.id as RunId);
  }

  async longOver(ids: readonly string[], days: number): Promise<readonly RunId[]> {
    const rows = await this.transaction.manager.query<{ id: RunId }[]>(
      `SELECT id FROM run WHERE id = ANY($1) AND state = 'ended' AND ended_at < clock_timestamp() - make_interval(days => $2) AND (outcome <> 'interrupted' OR settled)`,
      [[...ids], days],
    );
    return rows.map(({ id }) => id);
  }

  async readLines(id: RunId, afterNumber: number, limit: number): Promise<RunLine[]> {
    const rows = await this.transaction.manager.find(RunLineRow, { where: { runId: id, number: MoreThan(afterNumber) }, order: { number: 'ASC' }, take: limit });
    return rows.map(toLine);
  }

  async reopen(id: RunId, workerId: string): Promise<void> {
    await this.transaction.manager.update(RunRow, { id, kind: 'plan' }, {
      state: 'starting', workerId, outcome: null, exitCode: null, error: null, endedAt: null, durationMs: null,
      cancelRequestedAt: null, cancelSentAt: null, forceRequestedAt: null, forceSentAt: null, outputOffset: '0', startedAt: NOW,
    });
  }

  async endPlansOf(deploymentId: DeploymentId, except: RunId): Promise<void> {
    await this.transaction.manager.update(RunRow, { deploymentId, id: Not(except), kind: 'plan', state: NOT_ENDED }, {
      state: 'ended', outcome: 'cancelled', error: 'Another plan took its place.', endedAt: NOW, durationMs: '0', sealedSecrets: null,
    });
  }

  async takeOver(id: RunId, follower: string): Promise<FollowedRun | undefined> {
    return this.transaction.run(async () => {
      const { affected } = await this.transaction.manager.update(RunRow, { id, state: NOT_ENDED }, { follower });
      if (affected !== 1) return undefined;
      const row = await this.transaction.manager.findOneByOrFail(RunRow, { id });
      return { run: toSummary(row), outputOffset: Number(row.outputOffset), sealedSecrets: row.sealedSecrets };
    });
  }

  async keepSecrets(id: RunId, sealedSecrets: Buffer): Promise<void> {
    await this.transaction.manager.update(RunRow, { id, state: NOT_ENDED }, { sealedSecrets });
  }

  markRunning(id: RunId, follower: string): Promise<boolean> {
    return this.write(id, follower, { state: 'running' });
  }

  hold(id: RunId, follower: string): Promise<boolean> {
    return this.write(id, follower, { follower });
  }

  async append(id: RunId, follower: string, batch: RunBatch): Promise<boolean> {
    return this.transaction.run(async () => {
      const [rows] = await this.transaction.manager.query<[{ line_count: number }[], number]>(
        `UPDATE run SET output_offset = $3, line_count = line_count + $4, added = added + $5, changed = changed + $6, destroyed = destroyed + $7, error = COALESCE(error, $8), lost_provider = lost_provider OR $9
         WHERE id = $1 AND follower = $2 AND state <> 'ended' RETURNING line_count`,
        [id, follower, batch.outputOffset, batch.lines.length, batch.counts.added, batch.counts.changed, batch.counts.destroyed, batch.error ?? null, batch.lostProvider],
      );
      const total = rows[0]?.line_count;
      if (total === undefined) return false;
      const first = total - batch.lines.length + 1;
      for (let start = 0; start < batch.lines.length; start += LINES_PER_INSERT) {
        await this.insertLines(id, first + start, batch.lines.slice(start, start + LINES_PER_INSERT));
      }
      for (const entry of batch.journal) await this.enter(id, entry);
      return true;
    });
  }

  async end(id: RunId, follower: string, ending: RunEnding): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[object[], number]>(
      `UPDATE run SET state = 'ended', outcome = $3, exit_code = $4, error = CASE WHEN $3 = 'succeeded' THEN NULL ELSE COALESCE(error, $5) END, outputs = $6, resources_in_state = $7,
         duration_ms = COALESCE($8, extract(epoch FROM clock_timestamp() - started_at) * 1000), ended_at = clock_timestamp(), sealed_secrets = NULL
       WHERE id = $1 AND follower = $2 AND state <> 'ended' RETURNING id`,
      [id, follower, ending.outcome, ending.exitCode, ending.error ?? null, JSON.stringify(ending.outputs), ending.resourcesInState, ending.durationMs ?? null],
    );
    return rows.length === 1;
  }

  async ended(ids: readonly string[]): Promise<readonly RunId[]> {
    const rows = await this.transaction.manager.query<{ id: RunId }[]>(`SELECT id FROM run WHERE id = ANY ($1) AND state = 'ended'`, [[...ids]]);
    return rows.map(({ id }) => id);
  }

  async unsettled(deploymentId: DeploymentId): Promise<readonly (JournalEntry & { readonly runId: RunId })[]> {
    return this.transaction.manager.query(
      `SELECT entry.run_id AS "runId", entry.address, entry.action, entry.phase, entry.sealed_id AS "sealedId", entry.sealed_address AS "sealedAddress" FROM run_journal entry JOIN run ON run.id = entry.run_id
       WHERE run.deployment_id = $1 AND run.outcome = 'interrupted' AND NOT run.settled AND entry.action = 'create' ORDER BY run.started_at, entry.at`,
      [deploymentId],
    );
  }

  async settle(deploymentId: DeploymentId): Promise<void> {
    await this.transaction.manager.update(RunRow, { deploymentId, outcome: 'interrupted' }, { settled: true });
  }

  async requestCancel(id: RunId, { force = false }: { readonly force?: boolean }): Promise<boolean> {
    const { affected } = await this.transaction.manager.update(RunRow, { id, state: NOT_ENDED }, {
      cancelRequestedAt: () => 'COALESCE(cancel_requested_at, clock_timestamp())',
      ...(force && { forceRequestedAt: () => 'COALESCE(force_requested_at, clock_timestamp())' }),
    });
    return affected === 1;
  }

  isCancelRequested(id: RunId): Promise<boolean> {
    return this.transaction.manager.existsBy(RunRow, { id, cancelRequestedAt: Not(IsNull()) });
  }

  hasLostProvider(id: RunId): Promise<boolean> {
    return this.transaction.manager.existsBy(RunRow, { id, lostProvider: true });
  }

  isForced(id: RunId): Promise<boolean> {
    return this.transaction.manager.existsBy(RunRow, { id, forceRequestedAt: Not(IsNull()) });
  }

  async claimSignal(id: RunId, follower: string): Promise<'cancel' | 'force' | undefined> {
    const cancel = await this.transaction.manager.update(RunRow, { id, follower, cancelSentAt: IsNull(), cancelRequestedAt: Not(IsNull()) }, { cancelSentAt: NOW });
    if (cancel.affected === 1) return 'cancel';
    const force = await this.transaction.manager.update(RunRow, { id, follower, forceSentAt: IsNull(), forceRequestedAt: Not(IsNull()) }, { forceSentAt: NOW });
    return force.affected === 1 ? 'force' : undefined;
  }

  async logText(id: RunId, afterNumber: number, limit: number): Promise<{ readonly text: string; readonly lastNumber: number } | undefined> {
    const [part] = await this.transaction.manager.query<{ text: string | null; lastNumber: number | null }[]>(
      `SELECT string_agg(lpad(number::text, greatest(5, length(number::text))) || '  ' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '  ' || text || E'\\n', '' ORDER BY number) AS text, max(number) AS "lastNumber"
       FROM (SELECT number, at, text FROM run_line WHERE run_id = $1 AND number > $2 ORDER BY number LIMIT $3) AS part`,
      [id, afterNumber, limit],
    );
    return part?.text && part.lastNumber !== null ? { text: part.text, lastNumber: part.lastNumber } : undefined;
  }

  // One statement with an array for each column: the query builder makes objects by the thousand of them.
  private async insertLines(id: RunId, firstNumber: number, lines: readonly LineDraft[]): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO run_line (run_id, number, at, level, kind, address, text)
       SELECT $1, $2::integer + line.index::integer - 1, coalesce(line.at, clock_timestamp()), line.level, line.kind, line.address, line.text
       FROM unnest($3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY AS line (at, level, kind, address, text, index)`,
      [id, firstNumber, lines.map(({ at }) => at ?? null), lines.map(({ level }) => level), lines.map(({ kind }) => kind), lines.map(({ address }) => address ?? null), lines.map(({ text }) => text)],
    );
  }

  private async enter(id: RunId, { address, action, phase, sealedId, sealedAddress }: JournalEntry): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO run_journal (run_id, address, action, phase, sealed_id, sealed_address) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (run_id, address, action) DO UPDATE SET phase = EXCLUDED.phase, sealed_id = coalesce(EXCLUDED.sealed_id, run_journal.sealed_id), at = clock_timestamp()`,
      [id, address, action, phase, sealedId, sealedAddress],
    );
  }

  private async write(id: RunId, follower: string, values: QueryDeepPartialEntity<RunRow>): Promise<boolean> {
    const { affected } = await this.transaction.manager.update(RunRow, { id, follower, state: NOT_ENDED }, values);
    return affected === 1;
  }
}
