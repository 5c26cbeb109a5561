import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JsonValue } from '../domain/json';
import type { RunKind, RunOutcome, RunState } from '../domain/run';

@Entity({ name: 'run' })
export class RunRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') kind!: RunKind;
  @Column('text', { name: 'deployment_id' }) deploymentId!: string;
  @Column('text', { name: 'plan_id' }) planId!: string;
  @Column('text', { name: 'worker_id' }) workerId!: string;
  @Column('text') state!: RunState;
  @Column('text', { nullable: true }) outcome!: RunOutcome | null;
  @Column('integer', { name: 'exit_code', nullable: true }) exitCode!: number | null;
  @Column('text', { nullable: true }) error!: string | null;
  @Column('integer') added!: number;
  @Column('integer') changed!: number;
  @Column('integer') destroyed!: number;
  @Column('jsonb') outputs!: Record<string, JsonValue>;
  @Column('integer', { name: 'resources_in_state' }) resourcesInState!: number;
  // pg hands bigint out as text, so that nothing is rounded.
  @Column('bigint', { name: 'duration_ms', nullable: true }) durationMs!: string | null;
  @Column('integer', { name: 'line_count' }) lineCount!: number;
  @Column('bigint', { name: 'output_offset' }) outputOffset!: string;
  @Column('text', { nullable: true }) follower!: string | null;
  @Column('bytea', { name: 'sealed_secrets', nullable: true }) sealedSecrets!: Buffer | null;
  /** An interrupted run whose traces a reconciliation has cleared up. */
  @Column('boolean') settled!: boolean;
  @Column('boolean', { name: 'lost_provider' }) lostProvider!: boolean;
  @Column('timestamptz', { name: 'cancel_requested_at', nullable: true }) cancelRequestedAt!: Date | null;
  @Column('timestamptz', { name: 'cancel_sent_at', nullable: true }) cancelSentAt!: Date | null;
  @Column('timestamptz', { name: 'force_requested_at', nullable: true }) forceRequestedAt!: Date | null;
  @Column('timestamptz', { name: 'force_sent_at', nullable: true }) forceSentAt!: Date | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
