import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectRules } from '../domain/project-rules';

@Entity({ name: 'project' })
export class ProjectRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'guild_id' }) guildId!: string;
  @Column('text') name!: string;
  @Column('text') environment!: string;
  @Column('text', { array: true }) providers!: string[];
  @Column('text', { array: true }) regions!: string[];
  @Column('text', { name: 'credentials_profile' }) credentialsProfile!: string;
  @Column('integer', { nullable: true }) approvals!: number | null;
  @Column('double precision', { name: 'monthly_budget_usd', nullable: true }) monthlyBudgetUsd!: number | null;
  @Column('text', { name: 'channel_id', nullable: true }) channelId!: string | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('jsonb') rules!: ProjectRules;
  @Column('integer') version!: number;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
