import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conform } from '../engine/conform';
import type { Attribute, Block, NestedBlock } from '../engine/schema';
import { PROVIDERS } from '.';

// The real providers' schemas are third-party material and no part of the project; where they are at hand, ours are held against them.
const FOLDER = join(process.env.SHARED_DATA ?? join(__dirname, '..', '..', '..', '..', 'shared', 'data'), 'provider-schemas');

interface RealAttribute {
  type: unknown;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  sensitive?: boolean;
  deprecated?: boolean;
  write_only?: boolean;
}
interface RealBlock {
  attributes?: Record<string, RealAttribute>;
  block_types?: Record<string, { nesting_mode: string; min_items?: number; max_items?: number; block: RealBlock }>;
}
interface RealProvider {
  provider: { block: RealBlock };
  resource_schemas: Record<string, { version: number; block: RealBlock }>;
}

const present = PROVIDERS.filter(({ name }) => existsSync(join(FOLDER, `${name}.json`)));
const missing = PROVIDERS.filter((provider) => !present.includes(provider));

describe('our schemas against the real ones', () => {
  for (const { name } of missing) it.skip(`${name}: skipped, because ${FOLDER}/${name}.json is not there`, () => undefined);

  for (const { name, block, resources } of present) {
    const real = Object.values(read<{ provider_schemas: Record<string, RealProvider> }>(`${name}.json`)?.provider_schemas ?? {})[0];
    const replacing = read<Record<string, string[]>>(`${name}.forcenew.json`);
    const defaults = read<Record<string, Record<string, unknown>>>(`${name}.defaults.json`);

    it(`${name}: the provider's own block`, () => expect(differences(block, real?.provider.block)).toEqual([]));

    it.each(resources.map((kind) => [kind.type, kind] as const))('%s', (type, kind) => {
      const schema = real?.resource_schemas[type];
      expect(schema?.version).toBe(kind.version);
      expect(differences(kind, schema?.block)).toEqual([]);
      expect(missingRequired(kind, schema?.block)).toEqual([]);

      const rules = rulesOf(kind);
      const declared = new Set(rules.map(({ path }) => path));
      expect(rules.filter(({ replaces }) => replaces).map(({ path }) => path).sort()).toEqual((replacing?.[type] ?? []).filter((path) => declared.has(path)).sort());
      const ours = Object.fromEntries(rules.flatMap(({ path, value }) => (value === undefined ? [] : [[path, value]])));
      const theirs = Object.entries(defaults?.[type] ?? {}).filter(([path]) => declared.has(path));
      expect(ours).toEqual(Object.fromEntries(theirs));
    });
  }

  it('fit their own empty object', () => {
    for (const kind of PROVIDERS.flatMap(({ resources }) => resources)) expect(conform(kind, {})).toMatchObject({ id: null });
  });
});

function read<T>(file: string): T | undefined {
  const path = join(FOLDER, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}

/** Every attribute and block of ours that the real schema lacks or has otherwise. */
function differences(ours: Block, real: RealBlock | undefined, at = ''): string[] {
  const attributes = Object.entries(ours.attributes).flatMap(([name, attribute]) => {
    const theirs = real?.attributes?.[name];
    return JSON.stringify(facts(attribute)) === JSON.stringify(theirs && realFacts(theirs)) ? [] : [`${at}${name}`];
  });
  const blocks = Object.entries(ours.blocks).flatMap(([name, nested]) => {
    const theirs = real?.block_types?.[name];
    const same = theirs?.nesting_mode === nested.nesting && (theirs.min_items ?? 0) === (nested.min ?? 0) && (theirs.max_items ?? 0) === (nested.max ?? 0);
    return [...(same ? [] : [`${at}${name}`]), ...differences(nested.block, theirs?.block, `${at}${name}.`)];
  });
  return [...attributes, ...blocks];
}

function missingRequired(ours: Block, real: RealBlock | undefined, at = ''): string[] {
  const attributes = Object.entries(real?.attributes ?? {}).flatMap(([name, { required }]) => (required && !ours.attributes[name] ? [`${at}${name}`] : []));
  const blocks = Object.entries(ours.blocks).flatMap(([name, nested]) => missingRequired(nested.block, real?.block_types?.[name]?.block, `${at}${name}.`));
  return [...attributes, ...blocks];
}

function facts({ type, required, optional, computed, sensitive, deprecated, writeOnly }: Attribute): unknown[] {
  return [type, !!required, !!optional, !!computed, !!sensitive, !!deprecated, !!writeOnly];
}

function realFacts({ type, required, optional, computed, sensitive, deprecated, write_only }: RealAttribute): unknown[] {
  return [type, !!required, !!optional, !!computed, !!sensitive, !!deprecated, !!write_only];
}

interface Rule {
  path: string;
  replaces: boolean;
  value: unknown;
}

function rulesOf(block: Block, at = ''): Rule[] {
  const attributes = Object.entries(block.attributes).map(([name, attribute]) => ({ path: `${at}${name}`, replaces: !!attribute.replaces, value: attribute.default }));
  const nested = Object.entries(block.blocks).flatMap(([name, one]: [string, NestedBlock]) => [
    { path: `${at}${name}`, replaces: !!one.replaces, value: undefined },
    ...rulesOf(one.block, `${at}${name}.`),
  ]);
  return [...attributes, ...nested];
}
