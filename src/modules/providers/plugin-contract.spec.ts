import { parseResource } from './domain/parse-resource';
import { describeForm } from './domain/describe-form';
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

type Rendered = { resource: Record<string, Record<string, Record<string, never>>> };

function accepted({ provider, kinds }: Offer, kind: string, name: string, values: Readonly<Record<string, string>>, existing: readonly ResourceRequest[]): ResourceRequest {
  const definition = kinds.get(kind);
  if (!definition) throw new Error(`The example needs a ${kind}`);
  const parsed = parseResource(definition, { name, ...values }, { zones: provider.zonesOf(provider.defaultRegion), existing });
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

function exampleOf(offer: Offer, { kind, example }: ResourceDefinition): readonly ResourceRequest[] {
  const alongside = (example.alongside ?? []).map((other) => accepted(offer, other.kind, other.name, other.values, []));
  return [...alongside, accepted(offer, kind, example.name, example.values, alongside)];
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
    const typed = Object.entries(stored?.args ?? {}).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : JSON.stringify(value).replace(/^"|"$/g, '')] as const);
    expect(accepted(offer, definition.kind, definition.example.name, Object.fromEntries(typed), resources.slice(0, -1))).toEqual(stored);
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

  it('says how everything it renders is billed', async () => {
    const { resource } = JSON.parse((await render(offer, exampleOf(offer, definition))).mainTfJson) as Rendered;
    for (const [type, resources] of Object.entries(resource)) {
      for (const values of Object.values(resources)) expect(offer.prices.get(type)?.(values)?.pricing).toMatch(/^(components|free)$/);
    }
  });

  it('calls a price unknown where the plan does not know enough', () => {
    for (const price of Object.values(definition.price)) expect(['unknown', 'free']).toContain(price({}).pricing);
  });
});
