import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseResource } from '../domain/parse-resource';
import { renderConfiguration } from '../domain/render-configuration';
import type { ResourceRequest } from '../domain/resource-request';
import { loadPlugins } from '../plugin-loader';
import { ProviderRegistry } from '../provider-registry';

const SCHEMA = join(process.env.SHARED_DATA ?? join(process.cwd(), '../shared/data'), 'provider-schemas/google.json');

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type?: unknown; readonly required?: boolean; readonly optional?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block; readonly min_items?: number; readonly max_items?: number }>>;
}

const block: z.ZodType<Block> = z.lazy(() => z.object({
  attributes: z.record(z.string(), z.looseObject({ required: z.boolean().optional(), optional: z.boolean().optional() })).optional(),
  block_types: z.record(z.string(), z.looseObject({ block, min_items: z.number().optional(), max_items: z.number().optional() })).optional(),
}));
const answer = z.object({ provider_schemas: z.record(z.string(), z.object({ provider: z.object({ block }), resource_schemas: z.record(z.string(), z.object({ block })) })) });

/** What a body has that the schema does not take, and lacks that it asks. */
function faults(body: Readonly<Record<string, unknown>>, { attributes = {}, block_types: blocks = {} }: Block, at: string): readonly string[] {
  const required = Object.entries(attributes).filter(([name, { required }]) => required && !(name in body)).map(([name]) => `${at}.${name} is required`);
  const missing = Object.entries(blocks).filter(([name, { min_items: min = 0 }]) => min > 0 && !(name in body)).map(([name]) => `${at}.${name} is required`);
  return [...required, ...missing, ...Object.entries(body).flatMap(([name, value]) => {
    const path = `${at}.${name}`;
    const attribute = attributes[name];
    if (attribute) return attribute.required || attribute.optional ? typeFaults(value, attribute.type, path) : [`${path} cannot be set`];
    const nested = blocks[name];
    if (!nested) return [`${path} is not there`];
    const bodies = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
    const tooMany = bodies.length > (nested.max_items ?? Infinity) ? [`${path} has too many blocks`] : [];
    return [...tooMany, ...bodies.flatMap((inner) => faults(inner, nested.block, path))];
  })];
}

function typeFaults(value: unknown, type: unknown, path: string): readonly string[] {
  if (typeof value === 'string' && /^\$\{/.test(value)) return [];
  const [outer, inner] = (Array.isArray(type) ? type : [type]) as readonly unknown[];
  if (outer === 'map') return Object.entries(value as object).flatMap(([key, one]) => typeFaults(one, inner, `${path}.${key}`));
  if (outer === 'list' || outer === 'set') return Array.isArray(value) ? value.flatMap((one) => typeFaults(one, inner, path)) : [`${path} is not a ${outer}`];
  const found = typeof value === 'boolean' ? 'bool' : typeof value;
  return found === outer ? [] : [`${path} is a ${found}, not a ${String(outer)}`];
}

const there = existsSync(SCHEMA);
const describeWithSchema = there ? describe : describe.skip;

describeWithSchema(`what the Google kinds render, against google 7.9.0${there ? '' : ' (skipped: no provider-schemas/google.json in SHARED_DATA or ../shared/data)'}`, () => {
  const [schema] = there ? Object.values(answer.parse(JSON.parse(readFileSync(SCHEMA, 'utf8'))).provider_schemas) : [];
  const offer = new ProviderRegistry(loadPlugins([join(__dirname, '..')])).find('gcp');
  if (!offer) throw new Error('There is no gcp');
  const zones = offer.provider.zonesOf('europe-west1');

  function bodies(kind: string, values: Readonly<Record<string, string>>): readonly (readonly [type: string, body: Record<string, unknown>])[] {
    const definition = offer?.kinds.get(kind);
    const network: ResourceRequest = { kind: 'vpc', name: 'main', args: { ranges: '10.0.0.0/20', ssh: 'none' } };
    const parsed = definition && parseResource(definition, { name: 'it', ...values }, { zones, existing: [network] });
    if (!offer || !parsed?.ok) throw new Error(`${kind} refuses ${JSON.stringify(values)}`);
    const labels = { project: 'p', environment: 'dev', session: 's', deployment: 'd', owner: 'o' };
    const { text } = renderConfiguration({ ...offer, region: 'europe-west1', resources: [network, parsed.value], labels });
    const { resource } = JSON.parse(text) as { resource: Record<string, Record<string, Record<string, unknown>>> };
    return Object.entries(resource).flatMap(([type, resources]) => Object.values(resources).map((body) => [type, body] as const));
  }

  it.each([
    ['vpc', {}],
    ['vpc', { ranges: '10.0.0.0/20, 192.168.0.0/24', ssh: 'iap' }],
    ['compute_vm', {}],
    ['compute_vm', { network: 'main', public_address: 'yes', zone: 'europe-west1-d', disk_type: 'pd-ssd' }],
    ['storage_bucket', {}],
    ['storage_bucket', { exact_name: 'my-very-own-bucket', location: 'EU', storage_class: 'archive', versioning: 'no' }],
  ])('%s with %j has only attributes and blocks there are, all of the right type', (kind, values: Readonly<Record<string, string>>) => {
    const found = bodies(kind, values).flatMap(([type, body]) => {
      const known = schema?.resource_schemas[type];
      return known ? faults(body, known.block, type) : [`${type} is not there`];
    });
    expect(found).toEqual([]);
  });

  it('takes the provider block', () => {
    expect(faults(JSON.parse(JSON.stringify(offer.provider.providerBlock({ region: 'europe-west1' }))) as Record<string, unknown>, schema?.provider.block ?? {}, 'google')).toEqual([]);
  });

  it('would notice a misspelt attribute, a wrong type and a missing block', () => {
    const instance = schema?.resource_schemas.google_compute_instance?.block ?? {};
    expect(faults({ name: 'x', machine_typ: 'y', labels: { a: 1 }, network_interface: [{}] }, instance, 'vm')).toEqual(
      expect.arrayContaining(['vm.machine_typ is not there', 'vm.machine_type is required', 'vm.boot_disk is required', 'vm.labels.a is a number, not a string']),
    );
  });
});
