import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunLineKind, RunLineLevel } from '../domain/run-line';

@Entity({ name: 'run_line' })
export class RunLineRow {
  @PrimaryColumn('text', { name: 'run_id' }) runId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  @Column('text') level!: RunLineLevel;
  @Column('text') kind!: RunLineKind;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') text!: string;
}
