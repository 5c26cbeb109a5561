import { Column, Entity, PrimaryColumn } from 'typeorm';

// "grant" is a word of SQL, hence the longer name.
@Entity({ name: 'access_grant' })
export class GrantRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text', { name: 'holder_kind' }) holderKind!: 'user' | 'role';
  @Column('text', { name: 'holder_id' }) holderId!: string;
  @Column('text') level!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'granted_by' }) grantedBy!: string;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { name: 'channel_id', nullable: true }) channelId!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'revoked_by', nullable: true }) revokedBy!: string | null;
  /** When its holder was told that it ends soon, and that it has ended. */
  @Column('timestamptz', { name: 'warned_at', nullable: true }) warnedAt!: Date | null;
  @Column('timestamptz', { name: 'end_told_at', nullable: true }) endToldAt!: Date | null;
}
