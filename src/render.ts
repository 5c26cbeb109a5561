import 'reflect-metadata';
import './plugin-imports';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderExamples } from './render-examples';

const USAGE = 'Usage: npm run render -- --out DIR [provider]';

/** `npm run render -- --out DIR [provider]`: writes `DIR/<provider>/<kind or blueprint-name>/main.tf.json`. */
async function main(): Promise<void> {
  const { values: { out }, positionals: [provider, ...more] } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  if (!out || more.length > 0) throw new Error(USAGE);
  const examples = await renderExamples(provider);
  if (examples.length === 0) throw new Error(`There is no provider ${provider}. ${USAGE}`);
  for (const { provider: folder, name, mainTfJson } of examples) {
    const directory = join(resolve(out), folder, name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'main.tf.json'), mainTfJson);
  }
  console.log(`${examples.length} configurations written to ${resolve(out)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
