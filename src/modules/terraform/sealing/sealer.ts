import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { madeOnce } from '../workspace/made-once';
import { seal, unseal } from './seal';

/** Seals plans and states with ENCRYPTION_KEY, or with the key that DATA_DIR keeps where none is given. */
@Injectable()
export class Sealer {
  private loaded?: Promise<Buffer>;

  constructor(private readonly settings: Settings) {}

  /** `context`: such as `plan pln_4k7m2x9q0tbv`. */
  async seal(clear: Uint8Array, context: string): Promise<Buffer> {
    return seal(await this.key(), clear, context);
  }

  /** Undefined where the bytes were changed, or sealed with another key or as something else. */
  async unseal(sealed: Buffer, context: string): Promise<Buffer | undefined> {
    return unseal(await this.key(), sealed, context);
  }

  /** Whether there is one already, or one would be made. */
  async hasKey(): Promise<boolean> {
    return this.settings.encryptionKey !== undefined || (await access(this.keyFile).then(() => true, () => false));
  }

  private key(): Promise<Buffer> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  private get keyFile(): string {
    return join(this.settings.dataDir, 'encryption.key');
  }

  private async load(): Promise<Buffer> {
    const text = this.settings.encryptionKey ?? (await madeOnce(this.keyFile, () => `${randomBytes(32).toString('base64')}\n`));
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== 32) throw new Error('encryption.key in DATA_DIR is not 32 bytes in base64. Put the right key back: without it no stored plan or state can be opened.');
    return key;
  }
}
