import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The place in the line for a worker, as it was last drawn. */
export class Line1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE discord_lobby ADD COLUMN drawn_place integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE discord_lobby DROP COLUMN drawn_place');
  }
}
