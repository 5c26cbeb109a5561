import { join } from 'node:path';
import { RenderConfiguration, type Example, type RenderedConfiguration } from '../../src/modules/providers';
import { loadPlugins } from '../../src/modules/providers/plugin-loader';
import { ProviderRegistry } from '../../src/modules/providers/provider-registry';
import { ListExamplesHandler } from '../../src/modules/providers/queries/list-examples.handler';
import { ListExamples } from '../../src/modules/providers/queries/list-examples.query';
import { RenderConfigurationHandler } from '../../src/modules/providers/queries/render-configuration.handler';

/** Every provider, kind and blueprint of the house. */
export const registry = new ProviderRegistry(loadPlugins([join(__dirname, '../../src/modules/providers')]));

/** The examples of every kind and blueprint. `CONTRACT_PROVIDER` narrows them to one provider while one works on it. */
export function examples(): Promise<readonly Example[]> {
  return new ListExamplesHandler(registry).execute(new ListExamples(process.env['CONTRACT_PROVIDER']));
}

/** An example as Terraform configuration, for a deployment in this environment. */
export async function rendered({ provider, region, resources }: Example, environment = 'dev'): Promise<RenderedConfiguration> {
  const labels = { project: 'shop', environment, session: 'ses_1', deployment: 'dep_contract', owner: '123', expiresAt: '2030-01-01T00:00:00.000Z' };
  const configuration = await new RenderConfigurationHandler(registry).execute(new RenderConfiguration({ provider, region, resources, labels }));
  if (!configuration.ok) throw new Error(configuration.failure.message);
  return configuration.value;
}

/** The bodies of a configuration's resources, by type and label. */
export function resourcesOf(mainTfJson: string): readonly { readonly type: string; readonly label: string; readonly body: Readonly<Record<string, unknown>> }[] {
  const { resource = {} } = JSON.parse(mainTfJson) as { resource?: Record<string, Record<string, Record<string, unknown>>> };
  return Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([label, body]) => ({ type, label, body })));
}
