import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { diskFull } from '../domain/terraform-failures';
import { DataDirectory } from './data-directory';

const MB = 1024 * 1024;

/** A Terraform that cannot write its state loses what it makes: better not to begin. */
@Injectable()
export class DiskSpace {
  constructor(
    private readonly settings: Settings,
    private readonly directories: DataDirectory,
  ) {}

  /** Refused: TERRAFORM.DISK_FULL. */
  async check(): Promise<Result<void>> {
    const { bavail, bsize } = await statfs(this.directories.runs);
    const freeMb = Math.floor((bavail * bsize) / MB);
    return freeMb >= this.settings.minFreeDiskMb ? ok() : fail(diskFull(freeMb, this.settings.minFreeDiskMb));
  }
}
