import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings, WrongSetting } from '../../../config';
import { Transaction } from '../../../database';
import { Sealer } from './sealer';

const CONTEXT = 'encryption key';
const KNOWN = 'This database opens with this key.';

interface Sealed {
  readonly sealed: Buffer;
  readonly context: string;
}

/**
 * Stops the start where this database is sealed with another key: nothing that it holds could ever be opened again, and what was
 * sealed from then on would open for nobody else. The database knows its key by a text that only that key opens.
 */
@Injectable()
export class KeyCheck implements OnModuleInit {
  constructor(
    private readonly sealer: Sealer,
    private readonly settings: Settings,
    private readonly transaction: Transaction,
  ) {}

  /** @throws WrongSetting */
  async onModuleInit(): Promise<void> {
    const known = (await this.known()) ?? (await this.anything());
    if (known) await this.demand(known);
    await this.transaction.manager.query('INSERT INTO encryption_key (sealed) VALUES ($1) ON CONFLICT DO NOTHING', [await this.sealer.seal(Buffer.from(KNOWN), CONTEXT)]);
    // Of two that start at once on a new database with two keys, one is told here.
    const first = await this.known();
    if (first) await this.demand(first);
  }

  private async demand({ sealed, context }: Sealed): Promise<void> {
    if (!(await this.sealer.hasKey())) throw new WrongSetting('ENCRYPTION_KEY', `is not set, and there is no encryption.key in ${this.settings.dataDir}, although this database holds plans and states that are sealed: put back the key that it was started with. Nothing was changed`);
    if (!(await this.sealer.unseal(sealed, context))) throw new WrongSetting('ENCRYPTION_KEY', `is not the key that this database is sealed with${this.settings.encryptionKey ? '' : ` (it comes from encryption.key in ${this.settings.dataDir})`}: give the one that it was started with. Nothing was changed`);
  }

  private async known(): Promise<Sealed | undefined> {
    const [row] = await this.transaction.manager.query<{ sealed: Buffer }[]>('SELECT sealed FROM encryption_key');
    return row && { sealed: row.sealed, context: CONTEXT };
  }

  /** In a database of an earlier release: the newest thing that was sealed. */
  private async anything(): Promise<Sealed | undefined> {
    const [row] = await this.transaction.manager.query<Sealed[]>(
      `SELECT sealed, context FROM (
         SELECT sealed, 'state ' || deployment_id AS context, at FROM state_version
         UNION ALL SELECT sealed_plan, 'plan ' || plan_id, made_at FROM saved_plan WHERE sealed_plan IS NOT NULL) AS everything
       ORDER BY at DESC LIMIT 1`,
    );
    return row;
  }
}
