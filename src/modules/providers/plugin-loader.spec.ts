import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeForm } from './domain/describe-form';
import { loadPlugins } from './plugin-loader';
import { ProviderRegistry } from './provider-registry';

const queue = (changes = '', label = 'Length') => `
  const { defineResource } = require(${JSON.stringify(join(__dirname, 'domain/resource-definition'))});
  const { field } = require(${JSON.stringify(join(__dirname, 'domain/field'))});
  const { z } = require(${JSON.stringify(require.resolve('zod'))});
  exports.queue = defineResource({
    kind: 'queue', title: 'Queue', description: 'A queue', args: z.strictObject({ length: field.number({ label: ${JSON.stringify(label)}, min: 1, max: 9, default: 1, ask: true }) }),
    render: ({ name }) => ({ blocks: [{ type: 'google_pubsub_topic', body: { name } }], outputs: [] }),
    price: { google_pubsub_topic: () => ({ pricing: 'free' }) },
    example: { name: 'jobs', values: {} }, ${changes}
  });`;

describe('loading plugins', () => {
  let extra: string;
  beforeEach(() => { extra = mkdtempSync(join(tmpdir(), 'plugins-')); });
  afterEach(() => rmSync(extra, { recursive: true }));

  function drop(path: string, source: string): string {
    const file = join(extra, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
    return file;
  }
  const registry = () => new ProviderRegistry(loadPlugins([__dirname, extra]));

  it('finds the providers and kinds beside it', () => {
    const kinds = [...(registry().find('gcp')?.kinds.keys() ?? [])];
    expect(kinds).toEqual(expect.arrayContaining(['compute_vm', 'storage_bucket', 'vpc']));
  });

  it('adds a kind from another directory to the provider its folder names', () => {
    drop('gcp/queue.resource.js', queue());
    const offer = registry().find('gcp');
    const definition = offer?.kinds.get('queue');
    expect(definition && describeForm(definition).fields.map(({ name }) => name)).toEqual(['name', 'length']);
    expect(offer?.prices.has('google_pubsub_topic')).toBe(true);
  });

  it.each([
    ['a label no form can show', queue('', 'x'.repeat(46)), 'args.length.label'],
    ['a misspelt property', queue('exmaple: {}'), 'exmaple'],
    ['a price that is no function', queue('price: { google_pubsub_topic: 5 }'), 'price.google_pubsub_topic: must be a function'],
    ['a kind that is no word', queue('kind: "Queue!"'), 'kind: must be lower-case'],
    ['an argument without a field', queue('args: z.strictObject({ length: z.string() })'), 'args.length: was not built with `field`'],
    ['more questions than a form holds', queue('args: z.strictObject(Object.fromEntries([..."abcde"].map((n) => [n, field.flag({ label: n, default: false, ask: true })])))'), 'asks 5 fields'],
    ['a required argument nobody asks', queue('args: z.strictObject({ a: field.text({ label: "A", accepts: "a text" }) })'), 'args.a: is required'],
    ['a reference to a kind there is not', queue('args: z.strictObject({ a: field.reference("moon", { label: "A" }) })'), 'args.a: refers to moon'],
    ['nothing exported', '', 'it exports nothing'],
    ['something else exported', 'exports.answer = 42', 'Invalid input'],
    ['code that throws', 'throw new Error("bang")', 'loading it throws: bang'],
    ['a kind there is already', queue('kind: "vpc"'), 'there is already a kind vpc'],
    ['a price there is already', queue('price: { google_compute_network: () => ({ pricing: "free" }) }'), 'there is already a price of google_compute_network'],
  ])('stops at %s, naming the file', (_what, source, fault) => {
    drop('gcp/queue.resource.js', source);
    expect(registry).toThrow('gcp/queue.resource.js');
    expect(registry).toThrow(fault);
  });

  it('stops at a provider that does not fit, is there already, or is not named as its folder', () => {
    const provider = (name: string, region: string) => `exports.p = { name: '${name}', title: 'P', terraform: { localName: 'p', source: 'a/p', version: '1' }, regions: [{ name: 'r', title: 'R' }], defaultRegion: '${region}', zonesOf: () => [], providerBlock: () => ({}), labels: () => ({}), prices: [] }`;
    drop('p/p.provider.js', provider('p', 'elsewhere'));
    expect(registry).toThrow('defaultRegion: must be one of its regions');
    rmSync(join(extra, 'p'), { recursive: true });
    drop('q/q.provider.js', provider('p', 'r'));
    expect(registry).toThrow('its folder is q');
    rmSync(join(extra, 'q'), { recursive: true });
    drop('gcp/other.provider.js', provider('gcp', 'r'));
    expect(registry).toThrow('there is already a provider gcp');
  });

  it('finds blueprints in their folder, and stops at those elsewhere', () => {
    const blueprint = 'exports.b = { name: "pair", title: "Pair", description: "Two networks", resources: [{ kind: "vpc", name: "one", values: {} }] }';
    drop('blueprints/pair.blueprint.js', blueprint);
    expect(registry().blueprint('pair')).toMatchObject({ ok: true, value: { title: 'Pair' } });
    drop('blueprints/twice.blueprint.js', blueprint);
    expect(registry).toThrow('there is already a blueprint pair');
    rmSync(join(extra, 'blueprints'), { recursive: true });
    drop('gcp/pair.blueprint.js', blueprint);
    expect(registry).toThrow('must stand in a folder named blueprints');
  });

  it('stops at kinds of a provider there is not, and at files outside a provider\'s folder', () => {
    const file = drop('moon/queue.resource.js', queue());
    expect(registry).toThrow('there is no provider called moon');
    rmSync(file);
    drop('queue.resource.js', queue());
    expect(registry).toThrow('must stand in a folder');
  });
});
