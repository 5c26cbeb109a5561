import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may apply which plan: one attempt for each approval, one run at work on each deployment, and which workers live. */
export class Attempts1763900000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE apply_attempt (
        run_id text PRIMARY KEY,
        plan_id text NOT NULL UNIQUE,
        deployment_id text NOT NULL,
        plan_sha256 text NOT NULL,
        approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        worker_id text,
        claimed_at timestamptz,
        starts integer NOT NULL DEFAULT 0,
        start_tried_at timestamptz,
        CHECK ((worker_id IS NULL) = (claimed_at IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE worker (
        id text PRIMARY KEY,
        alive_since timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX run_one_per_deployment ON run (deployment_id) WHERE state <> 'ended'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX run_one_per_deployment');
    await runner.query('DROP TABLE worker, apply_attempt');
  }
}
