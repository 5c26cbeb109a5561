/**
 * Evaluates compiled Rego on a document: `node evaluate-wasm.mjs <policy.wasm> [data.json]`, the input on standard input, the
 * value of the first entrypoint on standard output. A program of its own, so that a policy that never ends can be ended.
 */
import { readFileSync } from 'node:fs';
import { loadPolicy } from '@open-policy-agent/opa-wasm';

const [file = '', data] = process.argv.slice(2);
const policy = await loadPolicy(readFileSync(file));
if (data) policy.setData(JSON.parse(readFileSync(data, 'utf8')) as object);
const [answer] = policy.evaluate(JSON.parse(readFileSync(0, 'utf8'))) as { result?: unknown }[];
process.stdout.write(JSON.stringify(answer?.result ?? null));
