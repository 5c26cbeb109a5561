import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who shaped a session's plan, and changes of projects that wait for a second administrator. */
export class AuthorsAndProtections1763900001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN authors text[] NOT NULL DEFAULT '{}'`);
    await runner.query('UPDATE session SET authors = ARRAY[owner_id]');
    await runner.query('ALTER TABLE project ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query(`
      CREATE TABLE project_change (
        id text PRIMARY KEY,
        guild_id text NOT NULL,
        project_id text NOT NULL REFERENCES project (id),
        base_version integer NOT NULL,
        change jsonb NOT NULL,
        asked_by text NOT NULL,
        via text[] NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'declined')),
        decided_by text
      )`);
    await runner.query(`CREATE INDEX project_change_open ON project_change (project_id) WHERE state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE project_change');
    await runner.query('ALTER TABLE project DROP COLUMN version');
    await runner.query('ALTER TABLE session DROP COLUMN authors');
  }
}
