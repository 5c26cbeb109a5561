import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who holds the gateway, which interactions were taken by whom, and which servers are served. */
export class Leader1763900001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leader (
        name text PRIMARY KEY,
        holder text NOT NULL,
        until timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE handled_request (
        id text PRIMARY KEY,
        holder text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        done_at timestamptz
      )`);
    await runner.query('CREATE INDEX handled_request_age ON handled_request (at)');
    await runner.query(`
      CREATE TABLE tenant (
        guild_id text PRIMARY KEY,
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        until timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant, handled_request, leader');
  }
}
