// What `npm start` and `npm test` share: everything is installed and built before they begin. Runs on any Node from 20.19 on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Runs a command to its end with its output shown; ends this process where it fails. */
export function run(title, command, args, options = {}) {
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  if (status !== 0) {
    console.error(`\n${title} ended with code ${status}.`);
    process.exit(status ?? 1);
  }
  return Date.now() - startedAt;
}

/** Installs what package.json names, unless exactly that is installed already. */
export function install() {
  const wanted = digest([join(root, 'package.json'), join(root, 'package-lock.json')]);
  const marker = join(root, 'node_modules', '.cache', 'installed');
  if (existsSync(node) && read(marker) === wanted) return;
  console.log('Installing dependencies (about a minute, once)…');
  run('npm install', windows ? 'npm.cmd' : 'npm', ['install', '--loglevel=error', '--no-audit', '--no-fund']);
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, digest([join(root, 'package.json'), join(root, 'package-lock.json')]));
}

/** Compiles the sources and bundles the page, unless nothing changed since the last time. */
export function build() {
  const wanted = digest([...files(join(root, 'src')), ...files(join(root, 'sandbox')), ...files(join(root, 'scripts')), join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json'), join(root, 'package-lock.json')]);
  const marker = join(root, 'dist', '.built');
  if (read(marker) === wanted) return;
  console.log('Building…');
  run('Compiling', node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  for (const script of readdirSync(join(root, 'scripts')).filter((name) => name.startsWith('bundle-'))) run(`Bundling (${script})`, node, [join(root, 'scripts', script)]);
  writeFileSync(marker, wanted);
}

/** Runs Node 24 in the foreground, hands it the signals that come here, and ends with its code. */
export function become(script, args = [], environment = {}) {
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// Size and time are enough to see a change, and reading them takes milliseconds.
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const stat = existsSync(path) ? statSync(path) : undefined;
    hash.update(`${path}\0${stat?.size}\0${stat?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
