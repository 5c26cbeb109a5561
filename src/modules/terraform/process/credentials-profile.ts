import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared';
import { profileExposed, profileMissing, profileName, profileNotGiven } from '../domain/terraform-failures';
import { stringsIn } from '../redaction/sensitive-values';
import type { JsonValue } from '../domain/json';
import type { CredentialsRequest } from './credentials-request';
import { isSecretVariable } from './secret-variables';

/** The variables of one project's cloud account. */
export interface CredentialsProfile {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

const NAME = /^[a-z][a-z0-9-]{0,38}$/;
const OTHERS_CAN_USE = 0o077;


/**
 * Reads the profile that the operator has given to a project, by where its file lies below `directory`: `<tenant>/projects/<project>`,
 * `<tenant>/<environment>` or `<tenant>`, the first of these that has it. What lies in `directory` itself is given to nobody, and
 * belongs to the only tenant there is. Refused: CREDENTIALS.PROFILE_NAME, CREDENTIALS.PROFILE_MISSING, CREDENTIALS.PROFILE_EXPOSED, CREDENTIALS.NOT_GIVEN.
 */
export async function readProfile(directory: string, request: CredentialsRequest): Promise<Result<CredentialsProfile>> {
  const { profile: name, isOnlyTenant } = request;
  if (!NAME.test(name)) return fail(profileName(name));
  const given = await openFirst(placesOf(directory, request));
  const file = given ?? (await openIfThere(join(directory, `${name}.env`)));
  if (!file) return fail(profileMissing(name));
  if (!given && !isOnlyTenant) {
    await file.close();
    return fail(profileNotGiven(name, request));
  }
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
    .filter(([name]) => isSecretVariable(name))
    .flatMap(([, value]) => [value, ...secretsInJson(value)]);
}

function secretsInJson(value: string): string[] {
  try {
    const parsed = z.json().safeParse(JSON.parse(value));
    return parsed.success ? secretParts(parsed.data) : [];
  } catch {
    return [];
  }
}

// None of these parts can lead anywhere else: they are ids, and names that were checked when they were given.
function placesOf(directory: string, { profile, tenant, project, environment }: CredentialsRequest): readonly string[] {
  if (!/^\d{1,25}$/.test(tenant) || !NAME.test(project) || !NAME.test(environment)) return [];
  return [['projects', project], [environment], []].map((place) => join(directory, tenant, ...place, `${profile}.env`));
}

/** At any depth: whatever stands under a name that speaks of a secret. */
function secretParts(value: JsonValue): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => secretParts(item));
  return Object.entries(value).flatMap(([name, item]: [string, JsonValue]) => (/key|secret|token|password|passphrase/i.test(name) && !/(?:url|uri|_id|type|_name)$/i.test(name) ? stringsIn(item) : secretParts(item)));
}

async function openFirst(paths: readonly string[]): Promise<FileHandle | undefined> {
  for (const path of paths) {
    const file = await openIfThere(path);
    if (file) return file;
  }
  return undefined;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
