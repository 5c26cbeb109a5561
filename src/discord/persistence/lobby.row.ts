import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a session is shown. */
@Entity({ name: 'discord_lobby' })
export class LobbyRow {
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'channel_id' }) channelId!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text', { name: 'thread_id', nullable: true }) threadId!: string | null;
  @Column('integer', { name: 'drawn_version' }) drawnVersion!: number;
  /** The place in the line for a worker that was drawn; null where none was. */
  @Column('integer', { name: 'drawn_place', nullable: true }) drawnPlace!: number | null;
  /** Drawn in a terminal state, or gone: nothing will change any more. */
  @Column('boolean') settled!: boolean;
}
