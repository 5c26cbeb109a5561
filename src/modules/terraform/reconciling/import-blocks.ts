import { z } from 'zod';
import { json } from '../documents/plan-json';

export interface Importable {
  readonly address: string;
  readonly id: string;
}

const body = z.record(z.string(), json);
const configuration = z.looseObject({ resource: z.record(z.string(), z.record(z.string(), z.union([body, z.array(body)]))).default({}) });

/** The configuration with an `import` block for each of these, which changes nothing of the objects themselves. */
export function withImports(mainTfJson: string, imports: readonly Importable[]): string {
  const parsed = configuration.parse(JSON.parse(mainTfJson));
  const untouched = new Set(imports.map(({ address }) => address));
  const resource = Object.fromEntries(Object.entries(parsed.resource).map(([type, all]) => [
    type,
    Object.fromEntries(Object.entries(all).map(([label, one]) => [label, untouched.has(`${type}.${label}`) ? leftAlone(one) : one])),
  ]));
  return JSON.stringify({ ...parsed, resource, import: imports.map(({ address, id }) => ({ to: address, id: literal(id) })) });
}

/** The addresses that a configuration has a resource for. */
export function addressesIn(mainTfJson: string): ReadonlySet<string> {
  const { resource } = configuration.parse(JSON.parse(mainTfJson));
  return new Set(Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((label) => `${type}.${label}`)));
}

function leftAlone(one: z.infer<typeof body> | z.infer<typeof body>[]): object {
  const [block = {}] = Array.isArray(one) ? one : [one];
  const found: unknown = block['lifecycle'];
  const [lifecycle] = Array.isArray(found) ? (found as object[]) : [found ?? {}];
  return { ...block, lifecycle: { ...lifecycle, ignore_changes: 'all' } };
}

// An id comes from a cloud, and is text all the same.
const literal = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');
