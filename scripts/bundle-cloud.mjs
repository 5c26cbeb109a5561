/** Bundles the simulated cloud's provider into one file: Terraform starts it anew with every command, so it must start fast. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ['sandbox/cloud/provider/main.ts'],
  outfile: 'dist/sandbox/cloud/provider.bundle.js',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  keepNames: true,
  logLevel: 'warning',
});
