import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A run whose lines go into a thread. */
@Entity({ name: 'discord_stream' })
export class StreamRow {
  @PrimaryColumn('text', { name: 'run_id' }) runId!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('boolean') done!: boolean;
}

/** A message with some of a run's lines. Without `messageId` it was decided on, but nobody knows whether Discord has it. */
@Entity({ name: 'discord_thread_post' })
export class ThreadPostRow {
  @PrimaryColumn('text', { name: 'run_id' }) runId!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('integer', { name: 'first_line' }) firstLine!: number;
  @Column('integer', { name: 'last_line' }) lastLine!: number;
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
}
