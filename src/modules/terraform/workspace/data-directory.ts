import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';

/** Where Terraform's files stand below DATA_DIR. Nobody but this user can look inside. */
@Injectable()
export class DataDirectory {
  private readonly root: string;

  constructor(settings: Settings) {
    this.root = join(settings.dataDir, 'terraform');
  }

  /** The home of every Terraform process, so that no person's own configuration is found. */
  get home(): string {
    return join(this.root, 'home');
  }

  get runs(): string {
    return join(this.root, 'runs');
  }

  get providers(): string {
    return join(this.root, 'providers');
  }

  async prepare(): Promise<void> {
    for (const directory of [this.root, this.home, this.runs, this.providers]) await mkdir(directory, { recursive: true, mode: 0o700 });
  }
}
