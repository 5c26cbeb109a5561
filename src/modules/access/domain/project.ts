import { fail, failure, newId, ok, type GuildId, type ProjectId, type Result, type UserId } from '../../../shared';

export const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** Where deployments live. */
export interface Project {
  readonly id: ProjectId;
  readonly guildId: GuildId;
  readonly name: string;
  readonly environment: Environment;
  /** Names of the providers that may be used here. */
  readonly providers: readonly string[];
  /** Regions that may be used; empty: every region of an allowed provider. The first one is the default. */
  readonly regions: readonly string[];
  /** Name of the credentials profile. */
  readonly credentialsProfile: string;
  readonly createdBy: UserId;
  readonly createdAt: Date;
}

/** As it was asked for: nothing of it is checked yet. */
export type ProjectRequest = Omit<Project, 'id' | 'environment'> & { readonly environment: string };

const NAME = /^[a-z][a-z0-9-]{1,38}$/;
const PROFILE = /^[a-z][a-z0-9-]{0,38}$/;

/** A project as it was asked for, or the first thing that is wrong with it. */
export function makeProject(request: ProjectRequest): Result<Project> {
  const name = request.name.trim();
  if (!NAME.test(name)) {
    return fail(failure('PROJECT.NAME', `\`${shown(name)}\` is not a project name: use 2 to 39 lower-case letters, digits and hyphens, beginning with a letter, such as \`web-shop\`.`, 'name'));
  }
  const environment = ENVIRONMENTS.find((known) => known === request.environment);
  if (!environment) return fail(failure('PROJECT.ENVIRONMENT', `\`${shown(request.environment)}\` is not an environment: choose ${ENVIRONMENTS.join(', ')}.`, 'environment'));
  if (request.providers.length === 0) return fail(failure('PROJECT.PROVIDERS', 'Name at least one provider, such as `gcp`.', 'providers'));
  if (!PROFILE.test(request.credentialsProfile)) {
    return fail(failure('PROJECT.CREDENTIALS', `\`${shown(request.credentialsProfile)}\` is not a credentials profile: use lower-case letters, digits and hyphens, such as \`default\`.`, 'credentials'));
  }
  const { guildId, providers, regions, credentialsProfile, createdBy, createdAt } = request;
  return ok(Object.freeze({ id: newId<ProjectId>('prj'), guildId, name, environment, providers, regions, credentialsProfile, createdBy, createdAt }));
}

// What a person typed goes back to them shortened, and unable to break out of the code span around it.
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}`]/gu, '·');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
