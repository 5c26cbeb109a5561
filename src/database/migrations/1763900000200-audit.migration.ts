import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1763900000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        guild_id text NOT NULL,
        actor_id text,
        action text NOT NULL,
        subject text NOT NULL,
        project_id text,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
        detail jsonb NOT NULL
      )`);
    await runner.query('CREATE INDEX history_subject ON history (guild_id, subject, id)');
    await runner.query(`
      CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'history is append-only';
      END $$`);
    await runner.query('CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history EXECUTE FUNCTION history_is_append_only()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE history');
    await runner.query('DROP FUNCTION history_is_append_only');
  }
}
