import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIVE = `state NOT IN ('APPLIED', 'FAILED', 'CANCELLED', 'EXPIRED')`;

/** Sessions that end a deployment, and never two sessions at work on one deployment. */
export class Destroy1763900000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN purpose text NOT NULL DEFAULT 'deploy' CHECK (purpose IN ('deploy', 'destroy'))`);
    await runner.query(`CREATE UNIQUE INDEX session_one_per_deployment ON session (deployment_id) WHERE ${ACTIVE}`);
    await runner.query('ALTER TABLE deployment DROP CONSTRAINT deployment_status_check');
    await runner.query(`ALTER TABLE deployment ADD CONSTRAINT deployment_status_check CHECK (status IN ('applying', 'live', 'partial', 'destroyed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM deployment WHERE status = 'destroyed'`);
    await runner.query('ALTER TABLE deployment DROP CONSTRAINT deployment_status_check');
    await runner.query(`ALTER TABLE deployment ADD CONSTRAINT deployment_status_check CHECK (status IN ('applying', 'live', 'partial'))`);
    await runner.query('DROP INDEX session_one_per_deployment');
    await runner.query('ALTER TABLE session DROP COLUMN purpose');
  }
}
