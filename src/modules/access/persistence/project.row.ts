import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'project' })
export class ProjectRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'guild_id' }) guildId!: string;
  @Column('text') name!: string;
  @Column('text') environment!: string;
  @Column('text', { array: true }) providers!: string[];
  @Column('text', { array: true }) regions!: string[];
  @Column('text', { name: 'credentials_profile' }) credentialsProfile!: string;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
