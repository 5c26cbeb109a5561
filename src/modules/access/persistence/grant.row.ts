import { Column, Entity, PrimaryColumn } from 'typeorm';

// "grant" is a word of SQL, hence the longer name.
@Entity({ name: 'access_grant' })
export class GrantRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('text') level!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'granted_by' }) grantedBy!: string;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
}
