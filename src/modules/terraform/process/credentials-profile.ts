import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared';
import { profileExposed, profileMissing, profileName } from '../domain/terraform-failures';
import { stringsIn } from '../redaction/sensitive-values';

/** The variables of one project's cloud account. */
export interface CredentialsProfile {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

const NAME = /^[a-z][a-z0-9-]{0,38}$/;
const OTHERS_CAN_USE = 0o077;

// They say where, not who: hiding them would hide half of every plan.
const NOT_SECRET = /^(?:SIM_.*|(?:.*_)?(?:REGION|ZONE|LOCATION|PROJECT|PROJECT_ID|SUBSCRIPTION_ID|TENANT_ID|ENVIRONMENT))$/;

/** Reads `<directory>/<name>.env`. Refused: CREDENTIALS.PROFILE_NAME, CREDENTIALS.PROFILE_MISSING, CREDENTIALS.PROFILE_EXPOSED. */
export async function readProfile(directory: string, name: string): Promise<Result<CredentialsProfile>> {
  if (!NAME.test(name)) return fail(profileName(name));
  const file = await openIfThere(join(directory, `${name}.env`));
  if (!file) return fail(profileMissing(name));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return fail(profileMissing(name));
    if ((stat.mode & OTHERS_CAN_USE) !== 0) return fail(profileExposed(name));
    const parsed = z.record(z.string(), z.string()).parse(parseEnv(await file.readFile('utf8')));
    return ok({ name, variables: parsed });
  } finally {
    await file.close();
  }
}

/** What must never be shown of it: its values, and the values inside those that are JSON. */
export function secretsOf(profile: CredentialsProfile): string[] {
  return Object.entries(profile.variables)
    .filter(([name]) => !NOT_SECRET.test(name))
    .flatMap(([, value]) => [value, ...secretsInJson(value)]);
}

function secretsInJson(value: string): string[] {
  try {
    const parsed = z.record(z.string(), z.json()).safeParse(JSON.parse(value));
    if (!parsed.success) return [];
    return Object.entries(parsed.data).filter(([name]) => /key|secret|token|password/i.test(name)).flatMap(([, item]) => stringsIn(item));
  } catch {
    return [];
  }
}

async function openIfThere(path: string): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
