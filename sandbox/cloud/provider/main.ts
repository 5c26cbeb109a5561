/** The program that Terraform starts as a provider: `provider.js <provider> <folder of the certificate>`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCloudFolder } from '../engine/cloud-folder';
import { SimulatedProvider } from '../engine/simulated-provider';
import type { Handlers } from '../protocol/calls';
import { PROVIDERS } from '../schemas';
import { isSandbox, REFUSAL, refusingHandlers } from './gate';
import { providerHandlers } from './handlers';
import { servePlugin, startedByTerraform } from './plugin';

const environment = process.env;
const [name = '', certificates = ''] = process.argv.slice(2);

if (!startedByTerraform(environment)) {
  giveUp('This program is a Terraform provider. Terraform starts it by itself; it does nothing when run by hand.');
}
servePlugin({ environment, handlers: handlersFor(name), certificate: read('certificate.pem'), key: read('certificate-key.pem') });

function handlersFor(provider: string): Handlers {
  if (!isSandbox(environment)) {
    process.stderr.write(`${REFUSAL.summary}\n`);
    return refusingHandlers();
  }
  const definition = PROVIDERS.find((candidate) => candidate.name === provider);
  if (!definition) return giveUp(`There is no simulated provider called ${provider}.`);
  return providerHandlers(new SimulatedProvider(definition, openCloudFolder(environment.SIM_CLOUD_DIR ?? ''), environment));
}

function read(file: string): string {
  return readFileSync(join(certificates, file), 'utf8');
}

function giveUp(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
