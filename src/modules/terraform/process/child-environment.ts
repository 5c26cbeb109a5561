import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config';
import { fail, ok, type Result } from '../../../shared';
import { simulatedCloud, variableRefused } from '../domain/terraform-failures';
import { DataDirectory } from '../workspace/data-directory';
import { readProfile, secretsOf, type CredentialsProfile } from './credentials-profile';
import type { CredentialsRequest } from './credentials-request';

/** All that a Terraform process and its providers get to know of the world. */
export type ChildEnvironment = Readonly<Record<string, string>>;

/** The environment of one credentials profile's runs. */
export interface ProfileEnvironment {
  readonly variables: ChildEnvironment;
  /** Of the profile: never to be seen in any output. */
  readonly secrets: readonly string[];
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What would change which programs run, what they read, or what they write about themselves. Of Terraform's own, variables and registry tokens are a profile's to give. */
const REFUSED = /^(?:PATH|HOME|LD_.*|DYLD_.*|NODE_.*|GODEBUG|SHELL|IFS|BASH_ENV|ENV|TERRAFORM_CONFIG|TF_(?!VAR_|TOKEN_|REATTACH_PROVIDERS$).*|CHECKPOINT_.*)$/i;

/** What opens the simulated cloud, or puts another provider in a real one's place. */
const SANDBOX_ONLY = new Set(['CLOUD_ENGINE_SANDBOX', 'TF_REATTACH_PROVIDERS']);

@Injectable()
export class ChildEnvironmentBuilder {
  constructor(
    private readonly settings: Settings,
    private readonly directories: DataDirectory,
  ) {}

  /** For what needs no cloud account. */
  bare(): ChildEnvironment {
    return bareEnvironment(this.settings, this.directories.home);
  }

  /** Refused: CREDENTIALS.*. */
  async build(request: CredentialsRequest): Promise<Result<ProfileEnvironment>> {
    const profile = await readProfile(this.settings.credentialsDir, request);
    if (!profile.ok) return profile;
    const variables = childEnvironment(this.settings, this.directories.home, profile.value);
    return variables.ok ? ok({ variables: variables.value, secrets: secretsOf(profile.value) }) : variables;
  }
}

/** The environment without any credentials. Built from nothing: what this process was started with stays here. */
export function bareEnvironment(settings: Settings, home: string): ChildEnvironment {
  return {
    PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    ...(settings.terraformCliConfig && { TF_CLI_CONFIG_FILE: settings.terraformCliConfig }),
  };
}

/** The environment of one run: with its profile's variables, all of them or none. Refused: CREDENTIALS.VARIABLE_REFUSED, CREDENTIALS.SIMULATED_CLOUD. */
export function childEnvironment(settings: Settings, home: string, profile: CredentialsProfile): Result<ChildEnvironment> {
  for (const name of Object.keys(profile.variables)) {
    if (REFUSED.test(name)) return fail(variableRefused(profile.name, name));
    if (SANDBOX_ONLY.has(name) && !isLoopback(settings.discordApiUrl)) return fail(simulatedCloud(profile.name, name));
  }
  return ok({ ...profile.variables, ...bareEnvironment(settings, home) });
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
