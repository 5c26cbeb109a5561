import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRealSchemas } from '../compare/real-schema';
import { missingRequired, schemaDifferences } from '../compare/schema-differences';
import { conform } from '../engine/conform';
import type { Block, NestedBlock } from '../engine/schema';
import { PROVIDERS } from '.';

// The real providers' schemas are third-party material and no part of the project; where they are at hand, ours are held against them.
const FOLDER = join(process.env.SHARED_DATA ?? join(__dirname, '..', '..', '..', '..', 'shared', 'data'), 'provider-schemas');

const present = PROVIDERS.filter(({ name }) => existsSync(join(FOLDER, `${name}.json`)));
const missing = PROVIDERS.filter((provider) => !present.includes(provider));

describe('our schemas against the real ones', () => {
  for (const { name } of missing) it.skip(`${name}: skipped, because ${FOLDER}/${name}.json is not there`, () => undefined);

  for (const { name, block, resources } of present) {
    const real = readRealSchemas(readFileSync(join(FOLDER, `${name}.json`), 'utf8')).get(name);
    const replacing = read<Record<string, string[]>>(`${name}.forcenew.json`);
    const defaults = read<Record<string, Record<string, unknown>>>(`${name}.defaults.json`);

    it(`${name}: the provider's own block`, () => expect(schemaDifferences(block, real?.block)).toEqual([]));

    const known = resources.filter(({ type }) => real?.resources[type]);
    for (const { type } of resources.filter((kind) => !known.includes(kind))) it.skip(`${type}: skipped, because it is not among the types of ${name}.json`, () => undefined);

    it.each(known.map((kind) => [kind.type, kind] as const))('%s', (type, kind) => {
      const schema = real?.resources[type];
      expect(schema?.version).toBe(kind.version);
      expect(schemaDifferences(kind, schema?.block)).toEqual([]);
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
