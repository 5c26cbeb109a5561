import 'reflect-metadata';
import '../../src/plugin-imports';
import { readFileSync } from 'node:fs';
import { renderExamples } from '../../src/render-examples';
import { readRealSchemas, type RealProvider } from './compare/real-schema';
import { renderedFaults } from './compare/rendered-faults';
import { missingRequired, schemaDifferences } from './compare/schema-differences';
import { PROVIDERS } from './schemas';

type Configuration = { readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> };

/** What differs between a real provider's schema and the simulated one, and what its kinds render that it does not take. */
async function check(name: string, real: RealProvider): Promise<readonly string[]> {
  const simulated = PROVIDERS.find((provider) => provider.name === name);
  const declared = simulated?.resources.flatMap((kind) => {
    const schema = real.resources[kind.type];
    if (!schema) return [`simulated ${kind.type}: the real provider has no such type`];
    return [...schemaDifferences(kind, schema.block), ...missingRequired(kind, schema.block)].map((path) => `simulated ${kind.type}: ${path}`);
  });
  const examples = (await renderExamples()).filter(({ terraformProviders }) => terraformProviders.some(({ source }) => source.endsWith(`/${name}`)));
  const rendered = examples.flatMap(({ provider, name: example, mainTfJson }) =>
    Object.entries((JSON.parse(mainTfJson) as Configuration).resource ?? {}).flatMap(([type, resources]) => {
      const schema = real.resources[type];
      const faults = schema ? Object.entries(resources).flatMap(([label, body]) => renderedFaults(body, schema.block, `${type}.${label}`)) : [`${type}: the real provider has no such type`];
      return faults.map((fault) => `${provider}/${example}: ${fault}`);
    }));
  return [...(declared ?? []), ...rendered];
}

/** `npm run check-schemas -- FILE`: FILE is an answer of `terraform providers schema -json`. */
async function main([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    console.error('Usage: npm run check-schemas -- FILE, where FILE holds what `terraform providers schema -json` printed.');
    return 2;
  }
  const schemas = [...readRealSchemas(readFileSync(file, 'utf8'))];
  const known = schemas.filter(([name]) => PROVIDERS.some((provider) => provider.name === name));
  const differences = (await Promise.all(known.map(([name, real]) => check(name, real)))).flat();
  for (const line of differences) console.log(line);
  console.log(`${known.map(([name]) => name).join(', ') || 'None of our providers'}: ${differences.length} differences.`);
  return differences.length > 0 || known.length === 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
