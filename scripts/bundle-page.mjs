/** Bundles the sandbox's page into dist/sandbox/discord/page: one script, one stylesheet, one document, nothing from outside. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const source = fileURLToPath(new URL('sandbox/discord/page/', root));
const target = fileURLToPath(new URL('dist/sandbox/discord/page/', root));

/** The emoji that are drawn as Discord draws them, wherever the page is opened. */
const emoji = JSON.parse(await readFile(`${source}markdown/emoji.json`, 'utf8'));
const pictures = emoji.map(
  (sign) =>
    `${[...sign]
      .map((part) => part.codePointAt(0).toString(16))
      .filter((code) => code !== 'fe0f')
      .join('-')}.svg`,
);
const drawn = fileURLToPath(new URL('node_modules/@twemoji/svg/', root));

await mkdir(`${target}emoji`, { recursive: true });
await Promise.all([
  ...pictures.map((picture) => copyFile(`${drawn}${picture}`, `${target}emoji/${picture}`)),
  copyFile(`${source}index.html`, `${target}index.html`),
  build({
    entryPoints: [`${source}main.ts`],
    outdir: target,
    tsconfig: `${source}tsconfig.json`,
    bundle: true,
    loader: { '.woff2': 'file' },
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  }),
]);
