import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppliedAs } from '../domain/run';
import type { ToolName } from '../domain/terraform-tool';

@Entity({ name: 'saved_plan' })
export class SavedPlanRow {
  @PrimaryColumn('text', { name: 'plan_id' }) planId!: string;
  @Column('text', { name: 'deployment_id' }) deploymentId!: string;
  @Column('text', { name: 'applies_as' }) appliesAs!: AppliedAs;
  @Column('boolean') settles!: boolean;
  @Column('boolean', { name: 'is_empty' }) isEmpty!: boolean;
  @Column('text') sha256!: string;
  @Column('text', { name: 'config_digest' }) configDigest!: string;
  @Column('text', { name: 'lock_digest' }) lockDigest!: string;
  @Column('bigint', { name: 'state_serial', nullable: true }) stateSerial!: string | null;
  @Column('text', { name: 'state_lineage', nullable: true }) stateLineage!: string | null;
  @Column('text') tool!: ToolName;
  @Column('text') version!: string;
  // The sealed parts are gone once the plan is spent.
  @Column('bytea', { name: 'sealed_plan', nullable: true }) sealedPlan!: Buffer | null;
  @Column('bytea', { name: 'sealed_configuration', nullable: true }) sealedConfiguration!: Buffer | null;
  @Column('bytea', { name: 'sealed_secrets', nullable: true }) sealedSecrets!: Buffer | null;
  @Column('bytea', { name: 'sealed_facts', nullable: true }) sealedFacts!: Buffer | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('text', { name: 'used_by_run', nullable: true }) usedByRun!: string | null;
}
