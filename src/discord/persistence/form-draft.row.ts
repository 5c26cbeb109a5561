import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody typed into a form that was refused. */
@Entity({ name: 'discord_form_draft' })
export class FormDraftRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('text') kind!: string;
  @Column('jsonb') answers!: Record<string, string>;
}
