import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'discord_form_draft' })
export class FormDraftRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('text') kind!: string;
  @Column('jsonb') values!: Record<string, string>;
  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' }) createdAt!: Date;
}
