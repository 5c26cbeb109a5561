import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a session is shown. */
@Entity({ name: 'discord_lobby' })
export class LobbyRow {
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'channel_id' }) channelId!: string;
  /** Null from the moment in which the session is opened until it is known which message answered. */
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
  @Column('text', { name: 'thread_id', nullable: true }) threadId!: string | null;
  @Column('integer', { name: 'drawn_version' }) drawnVersion!: number;
  /** The place in the line for a worker that was drawn; null where none was. */
  @Column('integer', { name: 'drawn_place', nullable: true }) drawnPlace!: number | null;
  /** Drawn in a terminal state: nothing will change any more. */
  @Column('boolean') settled!: boolean;
  /** When the interaction began that this answers. */
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('text', { name: 'application_id', nullable: true }) applicationId!: string | null;
  /** Reads and edits that answer for fifteen minutes; forgotten afterwards. */
  @Column('text', { name: 'answer_token', nullable: true }) answerToken!: string | null;
  /** In its owner's direct messages, since its channel is gone: there nothing can be pressed. */
  @Column('boolean', { name: 'is_direct' }) isDirect!: boolean;
}
