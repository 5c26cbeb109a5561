import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Access1763900000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project (
        id text PRIMARY KEY,
        guild_id text NOT NULL,
        name text NOT NULL,
        environment text NOT NULL CHECK (environment IN ('dev', 'staging', 'production')),
        providers text[] NOT NULL,
        regions text[] NOT NULL,
        credentials_profile text NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (guild_id, name)
      )`);
    await runner.query(`
      CREATE TABLE access_grant (
        id text PRIMARY KEY,
        project_id text NOT NULL REFERENCES project (id),
        user_id text NOT NULL,
        level text NOT NULL CHECK (level IN ('READ', 'DEPLOY', 'ADMIN')),
        reason text NOT NULL,
        granted_by text NOT NULL,
        granted_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > granted_at)
      )`);
    await runner.query('CREATE INDEX access_grant_holder ON access_grant (user_id, project_id, ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_grant, project');
  }
}
