import { WrongSetting, type Settings } from './config';
import { RoleTooMighty } from './database';

/** PostgreSQL's insufficient_privilege. */
const NOT_ALLOWED = '42501';

/** What stopped the start, as the setting that a person can mend; anything else as it is. */
export function asSetting(error: unknown, settings: Settings): unknown {
  switch (codeOf(error)) {
    case 'TokenInvalid':
      return new WrongSetting('DISCORD_TOKEN', 'is refused by Discord: reset it in the developer portal and give the new one', error);
    case 'EADDRINUSE':
      return new WrongSetting('HTTP_PORT', `${settings.httpPort} is in use: stop what uses it, or give another port`, error);
    case 'EADDRNOTAVAIL':
      return new WrongSetting('HTTP_HOST', `${settings.httpHost} is no address of this machine: give one, or 0.0.0.0 for all of them`, error);
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return new WrongSetting('DISCORD_API_URL', `cannot be reached from here (${codeOf(error)}): ${settings.discordApiUrl}`, error);
    default:
      return error;
  }
}

/** The same for a database that was asked for and does not answer. */
export function asDatabaseSetting(error: unknown, settings: Settings): unknown {
  if (error instanceof RoleTooMighty) return new WrongSetting('DATABASE_URL', error.message, error);
  if (codeOf(error) === NOT_ALLOWED && !settings.databaseOwnerUrl) return new WrongSetting('DATABASE_URL', 'names a role that may not bring the tables to this version: start once with DATABASE_OWNER_URL, the role that owns them', error);
  return settings.databaseUrl ? new WrongSetting('DATABASE_URL', `cannot be used: ${messageOf(error)}`, error) : error;
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

// A failed connection to several addresses of one name has its words inside.
function messageOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).split('\n')[0] ?? '';
}
