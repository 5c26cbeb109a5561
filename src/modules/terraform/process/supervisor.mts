/**
 * Runs one command to its end, whatever becomes of the process that started it. A program of its own, not a module:
 * `node supervisor.mjs <directory> <command> <argument>…`, in a session of its own, with the command's environment as its own.
 * In the directory it leaves
 *   supervisor.json  who it is; made exclusively, so that of two starts only one runs anything
 *   command.json     the command's own process
 *   output.jsonl     what the command wrote, and errors.txt
 *   exit.json        how it ended, written whole or not at all
 */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [directory = '', command = '', ...args] = process.argv.slice(2);

function write(file: string, content: object): string {
  const draft = join(directory, `${file}.${process.pid}`);
  const descriptor = openSync(draft, 'wx', 0o600);
  writeSync(descriptor, JSON.stringify(content));
  fsyncSync(descriptor);
  closeSync(descriptor);
  return draft;
}

function publish(file: string, content: object): void {
  renameSync(write(file, content), join(directory, file));
  // The name has to survive a power cut too.
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** When a process began, in whatever unit the system counts: with its pid it names one process, ever. Kept the same as in process-identity.ts. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

// Asked to end, it has nothing to end: the command hears of it by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const startedAt = Date.now();
const claim = write('supervisor.json', { pid: process.pid, start: startOf(process.pid), bootId: bootId(), startedAt });
try {
  linkSync(claim, join(directory, 'supervisor.json'));
} catch (error) {
  process.exit((error as { code?: string }).code === 'EEXIST' ? 0 : 1);
} finally {
  unlinkSync(claim);
}

const output = openSync(join(directory, 'output.jsonl'), 'a', 0o600);
const errors = openSync(join(directory, 'errors.txt'), 'a', 0o600);
const child = spawn(command, args, { cwd: directory, stdio: ['ignore', output, errors] });
child.once('error', (error) => publish('exit.json', { code: null, signal: null, error: error.message, durationMs: Date.now() - startedAt }));
child.once('spawn', () => {
  const pid = child.pid ?? 0;
  publish('command.json', { pid, start: startOf(pid) });
});
child.once('exit', (code, signal) => publish('exit.json', { code, signal, durationMs: Date.now() - startedAt }));
