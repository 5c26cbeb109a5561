import { parseResource } from './domain/parse-resource';
import { describeForm } from './domain/describe-form';
import { expandBlueprint } from './domain/expand-blueprint';
import { exampleResources } from './domain/example-resources';
import type { ResourceDefinition } from './domain/resource-definition';
import type { ResourceRequest } from './domain/resource-request';
import { loadPlugins } from './plugin-loader';
import { ProviderRegistry, type Offer } from './provider-registry';
import { RenderConfigurationHandler } from './queries/render-configuration.handler';
import { RenderConfiguration } from './queries/render-configuration.query';

const registry = new ProviderRegistry(loadPlugins([__dirname]));
const handler = new RenderConfigurationHandler(registry);
const labels = { project: 'shop', environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner: '123', expiresAt: '2026-11-23T10:00:00.000Z' };
const everyKind = registry.all().flatMap((offer) => [...offer.kinds.values()].map((definition): [string, Offer, ResourceDefinition] => [`${offer.provider.name} ${definition.kind}`, offer, definition]));

function accepted({ provider, kinds }: Offer, kind: string, name: string, values: Readonly<Record<string, string>>, existing: readonly ResourceRequest[]): ResourceRequest {
  const definition = kinds.get(kind);
  if (!definition) throw new Error(`The example needs a ${kind}`);
  const parsed = parseResource(definition, { name, ...values }, { zones: provider.zonesOf(provider.defaultRegion), existing });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

function exampleOf({ provider, kinds }: Offer, definition: ResourceDefinition): readonly ResourceRequest[] {
  return exampleResources(definition, kinds, provider.zonesOf(provider.defaultRegion));
}

/** Stored arguments as a person would type them: what the form asks in its field, the rest as JSON. */
function typed(definition: ResourceDefinition, args: ResourceRequest['args']): Record<string, string> {
  const asked = new Set(describeForm(definition).fields.map(({ name }) => name));
  const own = Object.entries(args).filter(([name]) => asked.has(name)).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value as string | number}`] as const);
  const rest = Object.entries(args).filter(([name]) => !asked.has(name));
  return { ...Object.fromEntries(own), ...(rest.length > 0 && { advanced: JSON.stringify(Object.fromEntries(rest)) }) };
}

async function render({ provider }: Offer, resources: readonly ResourceRequest[]) {
  const rendered = await handler.execute(new RenderConfiguration({ provider: provider.name, region: provider.defaultRegion, resources, labels }));
  if (!rendered.ok) throw new Error(rendered.failure.message);
  return rendered.value;
}

describe.each(everyKind)('the contract of %s', (_name, offer, definition) => {
  it('asks at most five questions, its name first, within what a form can show', () => {
    const { fields } = describeForm(definition);
    expect(fields.length).toBeLessThanOrEqual(5);
    expect(fields[0]).toMatchObject({ name: 'name', required: true });
    for (const { label, help = '', placeholder = '' } of fields) {
      expect(label.length).toBeLessThanOrEqual(45);
      expect(help.length).toBeLessThanOrEqual(100);
      expect(placeholder.length).toBeLessThanOrEqual(100);
    }
  });

  it('accepts its example, and what was stored of it typed in again', () => {
    const resources = exampleOf(offer, definition);
    const stored = resources.at(-1);
    expect(accepted(offer, definition.kind, definition.example.name, typed(definition, stored?.args ?? {}), resources.slice(0, -1))).toEqual(stored);
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  it('accepts every default, and asks nothing its example cannot answer', () => {
    const { fields } = describeForm(definition);
    const defaults = fields.flatMap(({ name, defaultValue }) => (defaultValue === undefined ? [] : [[name, defaultValue] as const]));
    expect(accepted(offer, definition.kind, definition.example.name, { ...Object.fromEntries(defaults), ...definition.example.values }, exampleOf(offer, definition).slice(0, -1))).toBeDefined();
  });

  it('renders the same bytes whatever the order, from what came back from storage', async () => {
    const resources = exampleOf(offer, definition);
    const stored = JSON.parse(JSON.stringify(resources)) as ResourceRequest[];
    expect(await render(offer, stored.toReversed())).toEqual(await render(offer, resources));
  });

  it('pins its provider, has no backend, and gives outputs', async () => {
    const { mainTfJson, terraformProviders } = await render(offer, exampleOf(offer, definition));
    const { source, version, localName } = offer.provider.terraform;
    expect(terraformProviders).toEqual([{ source, version, localName }]);
    const { terraform, output } = JSON.parse(mainTfJson) as Record<string, unknown>;
    expect(terraform).toEqual({ required_version: '>= 1.6', required_providers: { [localName]: { source, version } } });
    expect(output).toBeDefined();
  });

  it('labels what can be labelled with who, what and until when', async () => {
    const { mainTfJson } = await render(offer, exampleOf(offer, definition));
    const all = offer.provider.labels(labels);
    expect(Object.keys(all).toSorted()).toEqual(['deployment', 'environment', 'expires-at', 'managed-by', 'owner', 'project', 'session']);
    // A kind whose types take no labels says so in a comment.
    for (const value of Object.values(all)) if (mainTfJson.includes(all['managed-by'] ?? '')) expect(mainTfJson).toContain(value);
  });

  it('prices what little a plan may know without failing, and never with a figure that is none', () => {
    for (const price of Object.values(definition.price)) {
      const pricing = price({}, { region: offer.provider.defaultRegion });
      expect(['unknown', 'free', 'components']).toContain(pricing.pricing);
      if (pricing.pricing === 'components') for (const { quantity } of pricing.components) expect(quantity).toBeGreaterThanOrEqual(0);
    }
  });
});

describe.each(registry.allBlueprints().flatMap((blueprint) => registry.all().map((offer) => [blueprint.name, offer.provider.name, blueprint, offer] as const)))('the blueprint %s on %s', (_blueprint, _provider, blueprint, offer) => {
  it('makes resources that hold together, with every answer its kinds take', async () => {
    const resources = expandBlueprint(blueprint, offer.kinds, offer.provider.zonesOf(offer.provider.defaultRegion));
    if (!resources.ok) throw new Error(resources.failure.message);
    expect(resources.value.map(({ kind }) => kind)).toEqual(blueprint.resources.map(({ kind }) => kind).filter((kind) => offer.kinds.has(kind)));
    await expect(render(offer, resources.value)).resolves.toBeDefined();
  });
});
