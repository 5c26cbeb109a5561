import * as fc from 'fast-check';
import { z } from 'zod';
import { exampleResources } from './domain/example-resources';
import { field } from './domain/field';
import { parseResource } from './domain/parse-resource';
import { defineResource, type ResourceDefinition } from './domain/resource-definition';
import { renderConfiguration } from './domain/render-configuration';
import type { ResourceRequest } from './domain/resource-request';
import { loadPlugins } from './plugin-loader';
import { ProviderRegistry, type Offer } from './provider-registry';

/** Cases for each argument of each kind: some 400 arguments make far more than 10,000 in all. */
const RUNS = 100;
const registry = new ProviderRegistry(loadPlugins([__dirname]));

/** A kind that takes any line at all: the kinds of the house are choosier. */
const note = defineResource({
  kind: 'note', title: 'Note', description: 'Any line at all',
  args: z.strictObject({ text: field.optionalText({ label: 'Text', accepts: 'any line', ask: true }) }),
  render: ({ args }) => ({ blocks: [{ type: 'a_note', body: { text: args.text ?? '', tags: { [args.text ?? '']: 'x' } } }], outputs: [] }),
  price: { a_note: () => ({ pricing: 'free' }) },
  example: { name: 'note', values: {} },
});

const hostile = fc.oneof(
  fc.constantFrom('${file("/etc/passwd")}', '%{ if true }x%{ endif }', '$${x}', '$$${x}', '%%{', '"}, "provisioner": {"local-exec": {"command": "id"}}', 'main\n', '../..', '\0', '\u202E', '__proto__', 'null', '{}', '${', '%{'),
  fc.array(fc.oneof(fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', '${', '%{', '10.0.0.0/8', ','), fc.string({ unit: 'binary' })), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 60 }),
);

/** Every string of the configuration, and where every value stands; map keys of a person's making are told apart by `*`. */
function walk(value: unknown, path = ''): { texts: string[]; paths: string[] } {
  if (typeof value === 'string') return { texts: [value], paths: [path] };
  if (typeof value !== 'object' || value === null) return { texts: [], paths: [path] };
  const parts = Object.entries(value).map(([key, inner]) => {
    const below = walk(inner, path.endsWith('/tags') ? `${path}/*` : `${path}/${key}`);
    return { texts: [key, ...below.texts], paths: below.paths };
  });
  return { texts: parts.flatMap(({ texts }) => texts), paths: parts.flatMap(({ paths }) => paths) };
}

const withoutLiterals = (text: string): string => text.replace(/([$%])\1\{/g, ' ');
/** Every template in these texts, wherever in them it stands. */
const templates = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => withoutLiterals(text).match(/[$%]\{[^}]*\}?/g) ?? []).toSorted();

function render(offer: Offer, resources: readonly ResourceRequest[], owner = 'someone') {
  const labels = { project: owner, environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner };
  const { text } = renderConfiguration({ provider: offer.provider, kinds: offer.kinds, region: offer.provider.defaultRegion, resources, labels });
  return walk(JSON.parse(text));
}

const everyKind = registry.all().flatMap((offer) => {
  const kinds = new Map([...offer.kinds, ['note', note] as const]);
  return [...kinds.values()].map((definition): [string, Offer, ResourceDefinition] => [`${offer.provider.name} ${definition.kind}`, { ...offer, kinds }, definition]);
});

describe.each(everyKind)('hostile text in the arguments of %s', (_name, offer, definition) => {
  const zones = offer.provider.zonesOf(offer.provider.defaultRegion);
  const existing = definition.kind === 'note' ? [] : exampleResources(definition, offer.kinds, zones).slice(0, -1);
  const foundation = (offer.provider.foundation?.({ region: offer.provider.defaultRegion, deployment: 'dep_1', labels: {} }) ?? []).map(({ label }) => label);

  it.each(['name', ...Object.keys(definition.args.shape), 'advanced'])('%s: is refused, or changes neither addresses nor attributes nor expressions', (argument) => {
    fc.assert(fc.property(hostile, (text) => {
      const parsed = parseResource(definition, { name: 'it', ...definition.example.values, [argument]: text }, { zones, existing });
      if (!parsed.ok) return expect(parsed.failure.message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
      const resources = [...existing, parsed.value];
      const { texts, paths } = render(offer, resources);
      // Labels take anybody's text: whatever it is, nothing but the labels differs.
      const labelled = render(offer, resources, text);
      expect(labelled.paths).toEqual(paths);
      expect(templates(labelled.texts)).toEqual(templates(texts));
      for (const template of templates(texts)) expect(template).toMatch(/^\$\{[a-z0-9_]+(\.[a-z_][\w-]*|\[\d\])+\}$/);
      const names = [...foundation, ...resources.map(({ name }) => name)];
      for (const path of paths.filter((one) => one.startsWith('/resource/'))) expect(names).toContain(path.split('/')[3]?.replace(/_.*$/, ''));
      if (definition.kind !== 'note' || argument !== 'text') return undefined;
      expect(paths).toEqual(render(offer, [{ kind: 'note', name: 'it', args: { text: 'plain' } }]).paths);
      expect(texts.map((one) => one.replace(/([$%])\1\{/g, '$1{'))).toContain(text.trim());
      return undefined;
    }), { numRuns: RUNS });
  });
});
