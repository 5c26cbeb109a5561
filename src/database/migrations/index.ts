import { Access1763900000100 } from './1763900000100-access.migration';
import { Audit1763900000200 } from './1763900000200-audit.migration';
import { Sessions1763900000400 } from './1763900000400-sessions.migration';

/** In the order in which they run. */
export const MIGRATIONS = [
  Access1763900000100,
  Audit1763900000200,
  Sessions1763900000400,
];
