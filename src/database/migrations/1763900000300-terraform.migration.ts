import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Terraform1763900000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_plan (
        plan_id text PRIMARY KEY,
        deployment_id text NOT NULL,
        destroys boolean NOT NULL,
        sha256 text NOT NULL,
        config_digest text NOT NULL,
        lock_digest text NOT NULL,
        state_serial bigint,
        state_lineage text,
        tool text NOT NULL,
        version text NOT NULL,
        sealed_plan bytea,
        sealed_configuration bytea,
        sealed_secrets bytea,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        used_at timestamptz,
        used_by_run text
      )`);
    await runner.query(`
      CREATE TABLE run (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('plan', 'apply', 'destroy')),
        deployment_id text NOT NULL,
        plan_id text NOT NULL,
        worker_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('starting', 'running', 'ended')),
        outcome text CHECK (outcome IN ('succeeded', 'failed', 'interrupted', 'cancelled')),
        exit_code integer,
        error text,
        added integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        destroyed integer NOT NULL DEFAULT 0,
        outputs jsonb NOT NULL DEFAULT '{}',
        resources_in_state integer NOT NULL DEFAULT 0,
        duration_ms bigint,
        line_count integer NOT NULL DEFAULT 0,
        output_offset bigint NOT NULL DEFAULT 0,
        follower text,
        sealed_secrets bytea,
        cancel_requested_at timestamptz,
        cancel_sent_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        CHECK ((state = 'ended') = (outcome IS NOT NULL)),
        CHECK ((state = 'ended') = (ended_at IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX run_open ON run (worker_id, started_at) WHERE state <> 'ended'`);
    await runner.query(`
      CREATE TABLE run_line (
        run_id text NOT NULL REFERENCES run (id),
        number integer NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        level text NOT NULL,
        kind text NOT NULL,
        address text,
        text text NOT NULL,
        PRIMARY KEY (run_id, number)
      )`);
    await runner.query(`
      CREATE TABLE state_version (
        deployment_id text NOT NULL,
        number integer NOT NULL,
        serial bigint NOT NULL,
        lineage text NOT NULL,
        sha256 text NOT NULL,
        sealed bytea NOT NULL,
        run_id text NOT NULL REFERENCES run (id),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (deployment_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE state_version, run_line, run, saved_plan');
  }
}
