import { Access1763900000100 } from './1763900000100-access.migration';
import { Audit1763900000200 } from './1763900000200-audit.migration';
import { Terraform1763900000300 } from './1763900000300-terraform.migration';
import { Sessions1763900000400 } from './1763900000400-sessions.migration';
import { Discord1763900000500 } from './1763900000500-discord.migration';
import { Destroy1763900000600 } from './1763900000600-destroy.migration';
import { Line1763900000700 } from './1763900000700-line.migration';
import { Attempts1763900000800 } from './1763900000800-attempts.migration';
import { Reconcile1763900000900 } from './1763900000900-reconcile.migration';
import { JustInTime1763900001000 } from './1763900001000-just-in-time.migration';
import { CostAndPolicy1763900001100 } from './1763900001100-cost-and-policy.migration';
import { Redaction1763900001200 } from './1763900001200-redaction.migration';
import { EncryptionKey1763900001300 } from './1763900001300-encryption-key.migration';
import { AuthorsAndProtections1763900001400 } from './1763900001400-authors-and-protections.migration';
import { Leader1763900001500 } from './1763900001500-leader.migration';
import { Outbox1763900001600 } from './1763900001600-outbox.migration';

/** In the order in which they run. */
export const MIGRATIONS = [
  Access1763900000100,
  Audit1763900000200,
  Terraform1763900000300,
  Sessions1763900000400,
  Discord1763900000500,
  Destroy1763900000600,
  Line1763900000700,
  Attempts1763900000800,
  Reconcile1763900000900,
  JustInTime1763900001000,
  CostAndPolicy1763900001100,
  Redaction1763900001200,
  EncryptionKey1763900001300,
  AuthorsAndProtections1763900001400,
  Leader1763900001500,
  Outbox1763900001600,
];
