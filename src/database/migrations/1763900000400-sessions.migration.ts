import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1763900000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id text PRIMARY KEY,
        guild_id text NOT NULL,
        project_id text NOT NULL,
        deployment_id text NOT NULL,
        deployment_name text NOT NULL,
        provider text NOT NULL,
        region text NOT NULL,
        owner_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('DRAFT', 'VALIDATING', 'PLANNING', 'PLAN_READY', 'APPROVED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED', 'EXPIRED')),
        resources jsonb NOT NULL,
        violations jsonb NOT NULL,
        problem jsonb,
        plan jsonb,
        approvals jsonb NOT NULL,
        run_id text,
        outcome jsonb,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX session_page ON session (project_id, created_at DESC, id DESC)');
    await runner.query(`CREATE INDEX session_active ON session (state, expires_at) WHERE state NOT IN ('APPLIED', 'FAILED', 'CANCELLED', 'EXPIRED')`);
    await runner.query(`
      CREATE TABLE deployment (
        id text PRIMARY KEY,
        guild_id text NOT NULL,
        project_id text NOT NULL,
        name text NOT NULL,
        provider text NOT NULL,
        region text NOT NULL,
        status text NOT NULL CHECK (status IN ('applying', 'live', 'partial')),
        created_by text NOT NULL,
        last_session_id text NOT NULL,
        resource_count integer NOT NULL,
        monthly_usd double precision,
        updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query('CREATE INDEX deployment_project ON deployment (project_id, name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deployment, session');
  }
}
