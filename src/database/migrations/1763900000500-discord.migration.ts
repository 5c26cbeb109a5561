import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Discord1763900000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE discord_lobby (
        session_id text PRIMARY KEY,
        channel_id text NOT NULL,
        message_id text NOT NULL,
        thread_id text,
        rendered_version integer NOT NULL,
        rendered_state text NOT NULL,
        is_over boolean NOT NULL DEFAULT false
      )`);
    await runner.query('CREATE INDEX discord_lobby_open ON discord_lobby (session_id) WHERE NOT is_over');
    await runner.query(`
      CREATE TABLE discord_stream (
        session_id text PRIMARY KEY,
        run_id text NOT NULL,
        thread_id text NOT NULL,
        turn integer NOT NULL,
        finished_at timestamptz
      )`);
    await runner.query('CREATE INDEX discord_stream_open ON discord_stream (session_id) WHERE finished_at IS NULL');
    await runner.query(`
      CREATE TABLE discord_thread_post (
        run_id text NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('lines', 'tail', 'log', 'final')),
        first_line integer NOT NULL,
        last_line integer NOT NULL,
        message_id text,
        PRIMARY KEY (run_id, seq)
      )`);
    await runner.query(`
      CREATE TABLE discord_form_draft (
        id uuid PRIMARY KEY,
        user_id text NOT NULL,
        session_id text NOT NULL,
        kind text NOT NULL,
        values jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query('CREATE INDEX discord_form_draft_age ON discord_form_draft (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE discord_form_draft, discord_thread_post, discord_stream, discord_lobby');
  }
}
