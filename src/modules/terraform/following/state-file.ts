import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { JsonValue } from '../domain/json';

const stateDocument = z.object({
  serial: z.number().int(),
  lineage: z.string(),
  outputs: z.record(z.string(), z.object({ value: z.json(), sensitive: z.boolean().optional() }).loose()).default({}),
  resources: z.array(z.object({ mode: z.string(), instances: z.array(z.unknown()).default([]) }).loose()).default([]),
});

export interface StateContents {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly serial: number;
  readonly lineage: string;
  readonly resourceCount: number;
  /** Outputs that are not sensitive. */
  readonly outputs: Readonly<Record<string, JsonValue>>;
}

/** Undefined where there is none, or it is just being written. */
export async function readState(path: string): Promise<StateContents | undefined> {
  try {
    return parseState(await readFile(path));
  } catch {
    return undefined;
  }
}

export function parseState(bytes: Buffer): StateContents {
  const { serial, lineage, outputs, resources } = stateDocument.parse(JSON.parse(bytes.toString('utf8')));
  return {
    bytes, serial, lineage, sha256: createHash('sha256').update(bytes).digest('hex'),
    resourceCount: resources.filter(({ mode }) => mode === 'managed').reduce((sum, { instances }) => sum + instances.length, 0),
    outputs: Object.fromEntries(Object.entries(outputs).filter(([, output]) => output.sensitive !== true).map(([name, output]) => [name, output.value as JsonValue])),
  };
}
