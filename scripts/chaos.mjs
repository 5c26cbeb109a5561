// `npm run test:chaos`: everything that kills, stops, races and forges, as often as it is promised. Takes about half an hour. Names of tests narrow it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, node, root } from './toolchain.mjs';

install();
build();
const only = process.argv.slice(2);
const { status } = spawnSync(node, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--runInBand', '--coverage=false', ...(only.length ? only.map((name) => `test/(chaos|access)/.*${name}`) : ['test/chaos', 'test/access'])], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHAOS: 'full', NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
});
process.exit(status ?? 1);
