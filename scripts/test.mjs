// `npm test`: the one check. Types, lint, floors, then every test with the coverage of `src`, and a last line that counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, node, root, run } from './toolchain.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const report = join(root, 'coverage', 'report.json');

install();
build();
step('Types', node, [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']);
step('Types of the page', node, [bin('typescript', 'bin', 'tsc'), '-p', 'sandbox/discord/page/tsconfig.json']);
step('Lint', node, [bin('eslint', 'bin', 'eslint.js'), '--max-warnings=0', '.']);
step('Floors', node, [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src', 'sandbox', 'test']);

console.log('\n== Unit, integration and end-to-end tests');
mkdirSync(join(root, 'coverage'), { recursive: true });
const only = process.argv.slice(2);
const { status } = spawnSync(node, [bin('jest', 'bin', 'jest.js'), '--json', '--outputFile', report, ...(only.length ? [] : ['--coverage']), ...only], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
});
const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0, numRuntimeErrorTestSuites: broken = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
console.log(`\n${passed} passed, ${failed + broken} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(status ?? 1);

function step(title, command, args) {
  console.log(`\n== ${title}`);
  console.log(`   ${(run(title, command, args) / 1000).toFixed(1)} s`);
}
