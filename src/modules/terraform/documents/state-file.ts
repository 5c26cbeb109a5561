import { z } from 'zod';
import type { JsonValue } from '../domain/json';
import { json } from './plan-json';
import { stringsIn } from '../redaction/sensitive-values';

const pathStep = z.object({ type: z.string(), value: json });

const stateJson = z.object({
  version: z.literal(4),
  serial: z.number().int().nonnegative(),
  lineage: z.string().min(1),
  outputs: z.record(z.string(), z.object({ value: json, sensitive: z.boolean().optional() })).default({}),
  resources: z.array(z.object({
    module: z.string().optional(),
    mode: z.string(),
    type: z.string().default(''),
    name: z.string().default(''),
    instances: z.array(z.object({
      index_key: z.union([z.string(), z.number()]).optional(),
      attributes: json.optional(),
      sensitive_attributes: z.array(z.array(pathStep)).nullish(),
    })).default([]),
  })).default([]),
});

/** What is read of a Terraform state. */
export interface StateFile {
  readonly serial: number;
  readonly lineage: string;
  /** Those that are not sensitive. */
  readonly outputs: Readonly<Record<string, JsonValue>>;
  /** Instances of managed resources. */
  readonly resourceCount: number;
  /** Theirs, such as `google_compute_network.main`. */
  readonly addresses: readonly string[];
  readonly sensitiveValues: readonly string[];
}

/** Undefined where the text is no whole state: damaged, or just being written. */
export function readState(text: string): StateFile | undefined {
  const state = stateJson.safeParse(parsed(text));
  if (!state.success) return undefined;
  const { serial, lineage, outputs, resources } = state.data;
  const open = Object.entries(outputs).filter(([, output]) => output.sensitive !== true);
  const secret = Object.values(outputs).filter((output) => output.sensitive === true);
  const managed = resources.filter((resource) => resource.mode === 'managed');
  const instances = resources.flatMap((resource) => resource.instances);
  return {
    serial,
    lineage,
    outputs: Object.fromEntries(open.map(([name, output]) => [name, output.value])),
    resourceCount: managed.reduce((count, resource) => count + resource.instances.length, 0),
    addresses: managed.flatMap((resource) => resource.instances.map((instance) => addressOf(resource, instance.index_key))),
    sensitiveValues: [
      ...secret.flatMap((output) => stringsIn(output.value)),
      ...instances.flatMap(({ attributes, sensitive_attributes: paths }) => (paths ?? []).flatMap((path) => stringsIn(valueAt(attributes ?? null, path)))),
    ],
  };
}

function addressOf({ module, type, name }: { module?: string | undefined; type: string; name: string }, key: string | number | undefined): string {
  return `${module ? `${module}.` : ''}${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
}

function valueAt(value: JsonValue, path: readonly z.infer<typeof pathStep>[]): JsonValue {
  let at: JsonValue | undefined = value;
  for (const step of path) {
    // An index may be a number in JSON, or one with its type beside it.
    const key = step.value !== null && typeof step.value === 'object' && 'value' in step.value ? step.value.value : step.value;
    if (at === null || typeof at !== 'object' || (typeof key !== 'string' && typeof key !== 'number')) return null;
    at = (at as Record<string, JsonValue>)[String(key)];
    if (at === undefined) return null;
  }
  return at;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
