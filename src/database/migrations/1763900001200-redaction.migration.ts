import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses in the journal as they are, sealed where they may not be shown: what they are compared with is not redacted either. */
export class Redaction1763900001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run_journal ADD COLUMN sealed_address bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run_journal DROP COLUMN sealed_address');
  }
}
