import { z } from 'zod';
import { traitsByName } from './field';
import type { JsonValue } from './json';
import type { ResourceDefinition } from './resource-definition';
import { visible } from './visible-text';

/** The form's field for every argument that has no field of its own. */
export const ADVANCED = 'advanced';

/** The arguments that a form asks through its `advanced` field only. */
export function advancedArguments({ args }: ResourceDefinition): readonly string[] {
  return [...traitsByName(args)].flatMap(([name, { asked }]) => (asked ? [] : [name]));
}

const given = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export type ReadAdvanced = { readonly values: Readonly<Record<string, JsonValue>>; readonly fault?: undefined } | { readonly values?: undefined; readonly fault: string };

/** Reads the `advanced` field: an object of arguments, each a text, a number or true and false. */
export function readAdvanced(definition: ResourceDefinition, text: string): ReadAdvanced {
  const names = advancedArguments(definition);
  const accepted = names.length === 0 ? 'nothing, this kind has no such arguments' : `a JSON object of ${names.join(', ')}`;
  const json = parsedJson(text);
  const parsed = given.safeParse(json);
  if (!parsed.success) return { fault: `Advanced: “${visible(text)}” is not a JSON object of texts, numbers, true and false. Accepted: ${accepted}.` };
  const stranger = Object.keys(json as object).find((name) => !names.includes(name));
  if (stranger !== undefined) return { fault: `Advanced: “${visible(stranger)}” is none of its arguments. Accepted: ${accepted}.` };
  return { values: parsed.data };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
