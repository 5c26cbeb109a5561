// Runs by itself, in its own session: starts one program with its output going to files, waits, and writes how it ended.
// Usage: node supervisor.js DIRECTORY PROGRAM [ARGUMENT…]; the environment is the program's.
import { spawn } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [directory = '', program = '', ...args] = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
if (!mark()) process.exit(0);

const child = spawn(program, args, {
  cwd: directory,
  env: process.env,
  stdio: ['ignore', openSync(join(directory, 'output.jsonl'), 'a', 0o600), openSync(join(directory, 'errors.txt'), 'a', 0o600)],
});
if (child.pid !== undefined) write('terraform.json', identity(child.pid));
child.on('error', (error) => write('exit.json', { code: null, signal: null, error: error.message }));
child.on('exit', (code, signal) => write('exit.json', { code, signal }));

/** Of two supervisors of one run, only the first finds the place free. */
function mark(): boolean {
  let file: number;
  try {
    file = openSync(join(directory, 'supervisor.json'), 'wx', 0o600);
  } catch {
    return false;
  }
  writeSync(file, JSON.stringify(identity(process.pid)));
  fsyncSync(file);
  closeSync(file);
  return true;
}

/** Whole or not at all. */
function write(name: string, content: object): void {
  const file = openSync(join(directory, `${name}.new`), 'w', 0o600);
  writeSync(file, JSON.stringify(content));
  fsyncSync(file);
  closeSync(file);
  renameSync(join(directory, `${name}.new`), join(directory, name));
}

/** A process id is used again in time; with its start and the boot it is not. */
function identity(pid: number): { pid: number; startTime: string; bootId: string } {
  const text = (path: string): string => {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      return '';
    }
  };
  return { pid, startTime: text(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? '', bootId: text('/proc/sys/kernel/random/boot_id') };
}
