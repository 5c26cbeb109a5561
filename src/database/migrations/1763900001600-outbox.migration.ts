import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has to appear in Discord, kept until it has; lobbies whose message is not known yet; requests that may be for nothing, and that end with a word. */
export class Outbox1763900001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE discord_outbox (
        key text PRIMARY KEY,
        kind text NOT NULL,
        lane text NOT NULL,
        priority smallint NOT NULL,
        data jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        tries integer NOT NULL DEFAULT 0,
        wanted_since timestamptz NOT NULL DEFAULT clock_timestamp(),
        due_at timestamptz NOT NULL,
        taken_until timestamptz,
        problem text,
        given_up_at timestamptz
      )`);
    await runner.query('CREATE INDEX discord_outbox_due ON discord_outbox (due_at) WHERE given_up_at IS NULL');
    await runner.query(`
      ALTER TABLE discord_lobby
        ALTER COLUMN message_id DROP NOT NULL,
        ADD COLUMN asked_at timestamptz,
        ADD COLUMN application_id text,
        ADD COLUMN answer_token text,
        ADD COLUMN is_direct boolean NOT NULL DEFAULT false`);
    // What an earlier release had under way goes on from here.
    await runner.query(`
      INSERT INTO discord_outbox (key, kind, lane, priority, data, due_at)
      SELECT 'lobby ' || session_id, 'lobby', 'channel ' || channel_id, 2, jsonb_build_object('sessionId', session_id), clock_timestamp() FROM discord_lobby WHERE NOT settled`);
    await runner.query(`
      INSERT INTO discord_outbox (key, kind, lane, priority, data, due_at)
      SELECT DISTINCT 'stream ' || session_id, 'stream', 'stream ' || session_id, 0, jsonb_build_object('sessionId', session_id), clock_timestamp() FROM discord_stream WHERE NOT done`);
    await runner.query('ALTER TABLE access_request ALTER COLUMN project_id DROP NOT NULL, ADD COLUMN channel_id text, DROP CONSTRAINT access_request_state_check');
    await runner.query(`ALTER TABLE access_request ADD CONSTRAINT access_request_state_check CHECK (state IN ('open', 'approved', 'denied', 'lapsed'))`);
    // What ended before anybody was told of such things is no news.
    await runner.query(`UPDATE access_request SET state = 'lapsed' WHERE state = 'open' AND expires_at <= clock_timestamp()`);
    await runner.query(`CREATE INDEX access_request_open ON access_request (expires_at) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE discord_request_card (
        request_id text PRIMARY KEY,
        channel_id text NOT NULL,
        message_id text NOT NULL,
        drawn_state text NOT NULL
      )`);
    await runner.query(`CREATE INDEX session_name ON session (project_id, deployment_name)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX session_name');
    await runner.query('DROP TABLE discord_request_card');
    await runner.query('DROP INDEX access_request_open');
    await runner.query(`DELETE FROM access_request WHERE project_id IS NULL OR state = 'lapsed'`);
    await runner.query('ALTER TABLE access_request ALTER COLUMN project_id SET NOT NULL, DROP COLUMN channel_id, DROP CONSTRAINT access_request_state_check');
    await runner.query(`ALTER TABLE access_request ADD CONSTRAINT access_request_state_check CHECK (state IN ('open', 'approved', 'denied'))`);
    await runner.query('DELETE FROM discord_lobby WHERE message_id IS NULL');
    await runner.query('ALTER TABLE discord_lobby DROP COLUMN is_direct, DROP COLUMN answer_token, DROP COLUMN application_id, DROP COLUMN asked_at, ALTER COLUMN message_id SET NOT NULL');
    await runner.query('DROP TABLE discord_outbox');
  }
}
