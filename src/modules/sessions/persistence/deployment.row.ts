import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeploymentStatus } from '../domain/deployment';

@Entity({ name: 'deployment' })
export class DeploymentRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'guild_id' }) guildId!: string;
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text') name!: string;
  @Column('text') provider!: string;
  @Column('text') region!: string;
  @Column('text') status!: DeploymentStatus;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('text', { name: 'last_session_id' }) lastSessionId!: string;
  @Column('integer', { name: 'resource_count' }) resourceCount!: number;
  @Column('double precision', { name: 'monthly_usd', nullable: true }) monthlyUsd!: number | null;
}
