import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants for roles, that can be revoked and asked for; projects that can be changed and archived. */
export class JustInTime1763900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_grant RENAME COLUMN user_id TO holder_id');
    await runner.query(`
      ALTER TABLE access_grant
        ADD COLUMN holder_kind text NOT NULL DEFAULT 'user' CHECK (holder_kind IN ('user', 'role')),
        ADD COLUMN channel_id text,
        ADD COLUMN revoked_at timestamptz,
        ADD COLUMN revoked_by text,
        ADD COLUMN warned_at timestamptz,
        ADD COLUMN end_told_at timestamptz,
        ADD CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))`);
    // What ended before anybody was told of such things is no news.
    await runner.query('UPDATE access_grant SET end_told_at = ends_at WHERE ends_at <= clock_timestamp()');
    await runner.query(`CREATE INDEX access_grant_ending ON access_grant (ends_at) WHERE end_told_at IS NULL`);
    await runner.query(`
      ALTER TABLE project
        ADD COLUMN approvals integer CHECK (approvals BETWEEN 0 AND 5),
        ADD COLUMN monthly_budget_usd double precision CHECK (monthly_budget_usd > 0),
        ADD COLUMN channel_id text,
        ADD COLUMN archived_at timestamptz`);
    await runner.query(`
      CREATE TABLE access_request (
        id text PRIMARY KEY,
        guild_id text NOT NULL,
        project_id text NOT NULL REFERENCES project (id),
        user_id text NOT NULL,
        level text NOT NULL CHECK (level IN ('READ', 'DEPLOY', 'ADMIN')),
        duration_ms bigint NOT NULL,
        reason text NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'approved', 'denied')),
        decided_by text,
        grant_id text REFERENCES access_grant (id)
      )`);
    await runner.query('CREATE INDEX history_time ON history (guild_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX history_time');
    await runner.query('DROP TABLE access_request');
    await runner.query('ALTER TABLE project DROP COLUMN archived_at, DROP COLUMN channel_id, DROP COLUMN monthly_budget_usd, DROP COLUMN approvals');
    await runner.query(`DELETE FROM access_grant WHERE holder_kind = 'role' OR revoked_at IS NOT NULL`);
    await runner.query('ALTER TABLE access_grant DROP COLUMN end_told_at, DROP COLUMN warned_at, DROP COLUMN revoked_by, DROP COLUMN revoked_at, DROP COLUMN channel_id, DROP COLUMN holder_kind');
    await runner.query('ALTER TABLE access_grant RENAME COLUMN holder_id TO user_id');
  }
}
