import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionPurpose } from '../domain/session';
import type { SessionState } from '../domain/session-state';

@Entity({ name: 'session' })
export class SessionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') purpose!: SessionPurpose;
  @Column('text', { name: 'guild_id' }) guildId!: string;
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text', { name: 'deployment_id' }) deploymentId!: string;
  @Column('text', { name: 'deployment_name' }) deploymentName!: string;
  @Column('text') provider!: string;
  @Column('text') region!: string;
  @Column('text', { name: 'owner_id' }) ownerId!: string;
  @Column('text', { array: true }) authors!: string[];
  @Column('text') state!: SessionState;
  @Column('jsonb') resources!: readonly object[];
  @Column('jsonb') labels!: Readonly<Record<string, string>>;
  @Column('jsonb') violations!: readonly object[];
  @Column('jsonb', { nullable: true }) problem!: object | null;
  @Column('jsonb', { nullable: true }) plan!: object | null;
  @Column('jsonb') approvals!: readonly object[];
  @Column('text', { name: 'run_id', nullable: true }) runId!: string | null;
  @Column('jsonb', { nullable: true }) outcome!: object | null;
  @Column('jsonb', { nullable: true }) stop!: object | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
