import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { GuildId } from '../../../shared';

/** The servers that are served. */
@Injectable()
export class TenantRepository {
  constructor(private readonly transaction: Transaction) {}

  async serve(guildIds: readonly GuildId[]): Promise<void> {
    await this.transaction.run(async () => {
      const { manager } = this.transaction;
      await manager.query('INSERT INTO tenant (guild_id) SELECT unnest($1::text[]) ON CONFLICT (guild_id) DO UPDATE SET until = NULL', [[...guildIds]]);
      await manager.query('UPDATE tenant SET until = clock_timestamp() WHERE until IS NULL AND guild_id <> ALL ($1)', [[...guildIds]]);
    });
  }

  async list(): Promise<readonly GuildId[]> {
    const rows = await this.transaction.manager.query<{ id: GuildId }[]>(
      `SELECT guild_id AS id FROM tenant WHERE until IS NULL
       UNION SELECT DISTINCT guild_id FROM project WHERE NOT EXISTS (SELECT FROM tenant) ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }
}
