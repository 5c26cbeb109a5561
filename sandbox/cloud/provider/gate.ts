import { join } from 'node:path';
import { readIfThere } from '../engine/files';
import { CALLS, type CallName, type Handlers } from '../protocol/calls';
import { errorDiagnostic } from './diagnostics';

/** The file whose content opens the gate. The installer makes it, at random. */
export const KEY_FILE = 'sandbox.key';

export const REFUSAL = {
  summary: "This is Cloud Engine's simulated cloud. It refuses to load outside the sandbox.",
  detail:
    'Nothing here would become real. To reach a real cloud, let Terraform install the real provider: take the simulated cloud out of ' +
    'TF_CLI_CONFIG_FILE (or TERRAFORM_CLI_CONFIG) and run terraform init again. To use the sandbox, start Cloud Engine without DISCORD_TOKEN',
};

/** Whether the environment proves that this is the sandbox: it knows the key that lies in the cloud's folder. */
export function isSandbox(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { SIM_CLOUD_DIR: folder, CLOUD_ENGINE_SANDBOX: proof } = environment;
  if (!folder || !proof) return false;
  return readIfThere(join(folder, KEY_FILE))?.trim() === proof;
}

/** Answers every call with the refusal, as clearly as Terraform can show it. */
export function refusingHandlers(): Handlers {
  const refuse = (): never => {
    throw new Error(REFUSAL.summary);
  };
  const diagnostics = [errorDiagnostic(REFUSAL.summary, REFUSAL.detail)];
  const names = Object.keys(CALLS) as CallName[];
  const refusals = Object.fromEntries(names.map((name) => [name, refuse])) as Record<CallName, () => never>;
  return {
    ...refusals,
    GetProviderSchema: () => ({ provider: { version: 0, block: { version: 0, attributes: [], blocks: [] } }, resources: {}, diagnostics, capabilities: undefined }),
    ValidateProviderConfig: () => ({ diagnostics }),
    ConfigureProvider: () => ({ diagnostics }),
    StopProvider: () => ({ error: '' }),
  };
}
