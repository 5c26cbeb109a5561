import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'discord_stream' })
export class StreamRow {
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'run_id' }) runId!: string;
  @Column('text', { name: 'thread_id' }) threadId!: string;
  @Column('integer') turn!: number;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
