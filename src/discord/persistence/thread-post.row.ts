import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'discord_thread_post' })
export class ThreadPostRow {
  @PrimaryColumn('text', { name: 'run_id' }) runId!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('text') kind!: string;
  @Column('integer', { name: 'first_line' }) firstLine!: number;
  @Column('integer', { name: 'last_line' }) lastLine!: number;
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
}
