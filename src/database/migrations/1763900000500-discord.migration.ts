import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Discord1763900000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE discord_lobby (
        session_id text PRIMARY KEY,
        channel_id text NOT NULL,
        message_id text NOT NULL,
        thread_id text,
        drawn_version integer NOT NULL,
        settled boolean NOT NULL DEFAULT false
      )`);
    await runner.query('CREATE INDEX discord_lobby_open ON discord_lobby (session_id) WHERE NOT settled');
    await runner.query(`
      CREATE TABLE discord_form_draft (
        id text PRIMARY KEY,
        user_id text NOT NULL,
        session_id text NOT NULL,
        kind text NOT NULL,
        answers jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query('CREATE INDEX discord_form_draft_age ON discord_form_draft (created_at)');
    await runner.query(`
      CREATE TABLE discord_stream (
        run_id text PRIMARY KEY,
        session_id text NOT NULL,
        done boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE TABLE discord_thread_post (
        run_id text NOT NULL,
        seq integer NOT NULL,
        first_line integer NOT NULL,
        last_line integer NOT NULL,
        message_id text,
        PRIMARY KEY (run_id, seq)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE discord_thread_post, discord_stream, discord_form_draft, discord_lobby');
  }
}
