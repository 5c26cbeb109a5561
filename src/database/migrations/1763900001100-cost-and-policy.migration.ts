import type { MigrationInterface, QueryRunner } from 'typeorm';

/** List prices, quotas, what is used and reserved, budget alerts; rules and labels of projects and sessions. */
export class CostAndPolicy1763900001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_price (
        provider text NOT NULL,
        sku text NOT NULL,
        region text NOT NULL,
        unit text NOT NULL CHECK (unit IN ('hour', 'month', 'gb_month')),
        usd double precision NOT NULL CHECK (usd >= 0 AND usd < 'infinity'),
        listed_on text NOT NULL CHECK (listed_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        source text NOT NULL,
        unverified boolean NOT NULL,
        origin text NOT NULL CHECK (origin IN ('bundled', 'api')),
        PRIMARY KEY (provider, sku, region, unit)
      )`);
    await runner.query(`
      CREATE TABLE price_refresh (
        provider text PRIMARY KEY,
        tried_at timestamptz NOT NULL,
        succeeded_at timestamptz,
        taken integer NOT NULL,
        held_back jsonb NOT NULL,
        problem text
      )`);
    await runner.query(`
      CREATE TABLE quota (
        project_id text NOT NULL REFERENCES project (id),
        kind text NOT NULL,
        most integer NOT NULL CHECK (most >= 0),
        PRIMARY KEY (project_id, kind)
      )`);
    // What a deployment has of a kind, from then until then: the sum of what is open is what runs now.
    await runner.query(`
      CREATE TABLE usage (
        deployment_id text NOT NULL,
        kind text NOT NULL,
        project_id text NOT NULL REFERENCES project (id),
        owner_id text NOT NULL,
        provider text NOT NULL,
        count integer NOT NULL CHECK (count >= 0),
        monthly_usd double precision NOT NULL CHECK (monthly_usd >= 0),
        complete boolean NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz,
        PRIMARY KEY (deployment_id, kind, since)
      )`);
    await runner.query('CREATE UNIQUE INDEX usage_open ON usage (deployment_id, kind) WHERE until IS NULL');
    await runner.query('CREATE INDEX usage_of_project ON usage (project_id) WHERE until IS NULL');
    await runner.query('CREATE INDEX usage_course ON usage (project_id, until)');
    await runner.query(`
      CREATE TABLE reservation (
        session_id text PRIMARY KEY,
        deployment_id text NOT NULL,
        project_id text NOT NULL REFERENCES project (id),
        kinds jsonb NOT NULL,
        monthly_usd double precision NOT NULL CHECK (monthly_usd >= 0),
        complete boolean NOT NULL
      )`);
    await runner.query('CREATE INDEX reservation_of_project ON reservation (project_id)');
    await runner.query(`
      CREATE TABLE budget_alert (
        project_id text NOT NULL REFERENCES project (id),
        month text NOT NULL,
        percent integer NOT NULL,
        PRIMARY KEY (project_id, month, percent)
      )`);
    await runner.query(`ALTER TABLE project ADD COLUMN rules jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE session ADD COLUMN labels jsonb NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE saved_plan ADD COLUMN sealed_facts bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE saved_plan DROP COLUMN sealed_facts');
    await runner.query('ALTER TABLE session DROP COLUMN labels');
    await runner.query('ALTER TABLE project DROP COLUMN rules');
    for (const table of ['budget_alert', 'reservation', 'usage', 'quota', 'price_refresh', 'list_price']) await runner.query(`DROP TABLE ${table}`);
  }
}
