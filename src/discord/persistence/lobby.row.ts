import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'discord_lobby' })
export class LobbyRow {
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'channel_id' }) channelId!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text', { name: 'thread_id', nullable: true }) threadId!: string | null;
  @Column('integer', { name: 'rendered_version' }) renderedVersion!: number;
  @Column('text', { name: 'rendered_state' }) renderedState!: string;
  @Column('boolean', { name: 'is_over' }) isOver!: boolean;
}
