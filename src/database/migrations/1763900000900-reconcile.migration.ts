import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every run began and made, and the sessions that bring an interrupted deployment's state back to the truth. */
export class Reconcile1763900000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE run_journal (
        run_id text NOT NULL REFERENCES run (id),
        address text NOT NULL,
        action text NOT NULL,
        phase text NOT NULL CHECK (phase IN ('begun', 'done', 'failed')),
        sealed_id bytea,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (run_id, address, action)
      )`);
    await runner.query('ALTER TABLE run ADD COLUMN settled boolean NOT NULL DEFAULT false, ADD COLUMN lost_provider boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE run DROP CONSTRAINT run_kind_check');
    await runner.query(`ALTER TABLE run ADD CONSTRAINT run_kind_check CHECK (kind IN ('plan', 'apply', 'destroy', 'reconcile'))`);
    await runner.query(`ALTER TABLE saved_plan ADD COLUMN applies_as text NOT NULL DEFAULT 'apply' CHECK (applies_as IN ('apply', 'destroy', 'reconcile')), ADD COLUMN settles boolean NOT NULL DEFAULT false, ADD COLUMN is_empty boolean NOT NULL DEFAULT false`);
    await runner.query(`UPDATE saved_plan SET applies_as = 'destroy' WHERE destroys`);
    await runner.query('ALTER TABLE saved_plan DROP COLUMN destroys');
    await runner.query('ALTER TABLE session DROP CONSTRAINT session_purpose_check');
    await runner.query(`ALTER TABLE session ADD CONSTRAINT session_purpose_check CHECK (purpose IN ('deploy', 'destroy', 'reconcile'))`);
    await runner.query('ALTER TABLE session ADD COLUMN stop jsonb');
    await runner.query('ALTER TABLE run ADD COLUMN force_requested_at timestamptz, ADD COLUMN force_sent_at timestamptz');
    await runner.query('ALTER TABLE deployment DROP CONSTRAINT deployment_status_check');
    await runner.query(`ALTER TABLE deployment ADD CONSTRAINT deployment_status_check CHECK (status IN ('applying', 'live', 'partial', 'interrupted', 'destroyed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE deployment SET status = 'partial' WHERE status = 'interrupted'`);
    await runner.query('ALTER TABLE deployment DROP CONSTRAINT deployment_status_check');
    await runner.query(`ALTER TABLE deployment ADD CONSTRAINT deployment_status_check CHECK (status IN ('applying', 'live', 'partial', 'destroyed'))`);
    await runner.query('ALTER TABLE run DROP COLUMN force_requested_at, DROP COLUMN force_sent_at');
    await runner.query('ALTER TABLE session DROP COLUMN stop');
    await runner.query(`DELETE FROM session WHERE purpose = 'reconcile'`);
    await runner.query('ALTER TABLE session DROP CONSTRAINT session_purpose_check');
    await runner.query(`ALTER TABLE session ADD CONSTRAINT session_purpose_check CHECK (purpose IN ('deploy', 'destroy'))`);
    await runner.query('ALTER TABLE saved_plan ADD COLUMN destroys boolean NOT NULL DEFAULT false');
    await runner.query(`UPDATE saved_plan SET destroys = applies_as = 'destroy'`);
    await runner.query('ALTER TABLE saved_plan DROP COLUMN is_empty, DROP COLUMN settles, DROP COLUMN applies_as');
    await runner.query('DROP TABLE run_journal');
    await runner.query(`UPDATE run SET kind = 'apply' WHERE kind = 'reconcile'`);
    await runner.query('ALTER TABLE run DROP CONSTRAINT run_kind_check');
    await runner.query(`ALTER TABLE run ADD CONSTRAINT run_kind_check CHECK (kind IN ('plan', 'apply', 'destroy'))`);
    await runner.query('ALTER TABLE run DROP COLUMN lost_provider, DROP COLUMN settled');
  }
}
