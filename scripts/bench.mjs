// `npm run bench -- <name> [arguments]`: one benchmark of the folder `bench/`, or a list of them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { become, build, install, root } from './toolchain.mjs';

const [name, ...args] = process.argv.slice(2);
const known = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.mjs') && file !== 'report.mjs').map((file) => file.replace(/\.mjs$/, ''));
if (!known.includes(name ?? '')) {
  console.log(`Benchmarks: ${known.join(', ')}`);
  process.exit(name === undefined ? 0 : 1);
}
install();
build();
become(join(root, 'bench', `${name}.mjs`), args);
