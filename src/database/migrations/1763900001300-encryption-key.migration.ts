import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which key what is sealed in this database opens, without telling the key. */
export class EncryptionKey1763900001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE encryption_key (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), sealed bytea NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE encryption_key');
  }
}
