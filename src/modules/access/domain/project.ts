import { fail, failure, newId, ok, type Failure, type GuildId, type ProjectId, type Result, type UserId } from '../../../shared';
import { whyNotRules, type ProjectRules } from './project-rules';

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
  /** How many people have to approve a plan, whoever asked for it not among them; 0: whoever asked may. Absent: 1 in production, else 0. */
  readonly approvals?: number;
  /** In US dollars a month. */
  readonly monthlyBudgetUsd?: number;
  /** Where the project's requests and warnings are told; absent: where they were asked. */
  readonly channelId?: string;
  /** What its plans have to keep to, beside what holds everywhere. */
  readonly rules?: ProjectRules;
  /** Grows by one with every change. */
  readonly version: number;
  /** From then on nothing is deployed here. */
  readonly archivedAt?: Date;
  readonly createdBy: UserId;
  readonly createdAt: Date;
}

/** As it was asked for: nothing of it is checked yet. */
export type ProjectRequest = Omit<Project, 'id' | 'environment' | 'archivedAt' | 'version'> & { readonly environment: string };

/** How many other people have to approve what somebody asks for in this project; 0: nobody else. */
export function approvalsNeeded({ approvals, environment }: Pick<Project, 'approvals' | 'environment'>): number {
  return approvals ?? (environment === 'production' ? 1 : 0);
}

const NAME = /^[a-z][a-z0-9-]{1,38}$/;
const MOST_APPROVALS = 5;
const MOST_BUDGET_USD = 10_000_000;
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
  const wrong = whyNotFigures(request) ?? whyNotRules(request.rules ?? {});
  if (wrong) return fail(wrong);
  return ok(Object.freeze({ ...request, id: newId<ProjectId>('prj'), name, environment, version: 1 }));
}

function whyNotFigures({ approvals, monthlyBudgetUsd: budget }: ProjectRequest): Failure | undefined {
  if (approvals !== undefined && !(Number.isInteger(approvals) && approvals >= 0 && approvals <= MOST_APPROVALS)) return failure('PROJECT.APPROVALS', `Give the number of approvals as 0 to ${MOST_APPROVALS}.`, 'approvals');
  if (budget !== undefined && !(Number.isFinite(budget) && budget > 0 && budget <= MOST_BUDGET_USD)) return failure('PROJECT.BUDGET', `Give the budget in US dollars a month, more than 0 and at most ${MOST_BUDGET_USD.toLocaleString('en-US')}.`, 'budget');
  return undefined;
}

/** A project with some things changed, or the first thing that is wrong with them. Its name stays, and so do the rules that are not named. */
export function changeProject(project: Project, change: Partial<Omit<ProjectRequest, 'guildId' | 'name' | 'createdBy' | 'createdAt'>>): Result<Project> {
  const made = makeProject({ ...project, ...change, rules: { ...project.rules, ...change.rules } });
  return made.ok ? ok(Object.freeze({ ...made.value, id: project.id, version: project.version })) : made;
}

// What a person typed goes back to them shortened, and unable to break out of the code span around it.
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}`]/gu, '·');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
