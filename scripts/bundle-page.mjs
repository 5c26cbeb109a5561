/** Bundles the sandbox's page into dist/sandbox/discord/page: one script, one stylesheet, one document, nothing from outside. */
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const source = fileURLToPath(new URL('sandbox/discord/page/', root));
const target = fileURLToPath(new URL('dist/sandbox/discord/page/', root));

await mkdir(target, { recursive: true });
await Promise.all([
  copyFile(`${source}index.html`, `${target}index.html`),
  build({
    entryPoints: [`${source}main.ts`],
    outdir: target,
    tsconfig: `${source}tsconfig.json`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  }),
]);
