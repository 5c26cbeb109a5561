import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'state_version' })
export class StateVersionRow {
  @PrimaryColumn('text', { name: 'deployment_id' }) deploymentId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('bigint') serial!: string;
  @Column('text') lineage!: string;
  @Column('text') sha256!: string;
  @Column('bytea') sealed!: Buffer;
  @Column('text', { name: 'run_id' }) runId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}
