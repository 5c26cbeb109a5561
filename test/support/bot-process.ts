import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** A program of the built project in a process of its own, as `npm start` runs it. */
export class BotProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly printed: string[],
  ) {}

  /** `script`: below `dist`, such as `src/main.js`. Nothing is inherited but PATH. */
  static start(script: string, environment: Readonly<Record<string, string>>): BotProcess {
    const printed: string[] = [];
    const child = spawn(process.execPath, [join(root, 'dist', script)], { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    return new BotProcess(child, printed);
  }

  get output(): string {
    return this.printed.join('');
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Without waiting for anything. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The exit code, or the signal's name. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    return new Promise((resolve) => {
      if (this.hasEnded) return resolve(this.child.exitCode ?? this.child.signalCode);
      this.child.once('exit', (code, by) => resolve(code ?? by));
      if (signal) this.child.kill(signal);
    });
  }
}
