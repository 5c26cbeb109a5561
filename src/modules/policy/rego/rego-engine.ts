import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Settings } from '../../../config';
import { RunProgram, type ProgramEnd, type ProgramRequest } from '../../terraform';
import { readVerdict, type Verdict } from './rego-verdict';

/** A policy's own fault: it does not compile, stops with an error, or takes too long. Its message says which. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
}

const TIMEOUT_MS = 5_000;
const opaAnswer = z.object({ result: z.array(z.object({ expressions: z.array(z.object({ value: z.unknown() })).min(1) })).min(1) });
const finding = z.object({ msg: z.string() });
const conftestAnswer = z.array(z.object({ warnings: z.array(finding).nullish(), failures: z.array(finding).nullish() }));

/** Evaluates Rego: source with `opa` or `conftest`, compiled to WebAssembly without either. */
@Injectable()
export class RegoEngine {
  constructor(
    private readonly settings: Settings,
    private readonly commands: CommandBus,
  ) {}

  /** Every verdict of the policies in a folder. @throws PolicyFault */
  async evaluate(folder: string, input: string): Promise<readonly Verdict[]> {
    const place = await realpath(folder);
    const files = await readdir(place, { recursive: true });
    const compiled = files.filter((file) => file.endsWith('.wasm'));
    const hasSource = files.some((file) => file.endsWith('.rego'));
    if (compiled.length === 0 && !hasSource) throw new PolicyFault('its folder holds no .rego and no .wasm file');
    return Promise.all([
      ...compiled.map((file) => this.compiled(place, file, input)),
      ...(hasSource ? [this.source(place, input)] : []),
    ]);
  }

  private async compiled(folder: string, file: string, input: string): Promise<Verdict> {
    const data = join(folder, 'data.json');
    const { exitCode, stdout, stderr } = await this.run({ binary: process.execPath, args: [evaluatorFile(), join(folder, file), ...(existsSync(data) ? [data] : [])], directory: folder, input });
    if (exitCode !== 0) throw new PolicyFault(`${file} stopped with an error: ${firstLine(stderr)}`);
    return readVerdict(json(stdout) ?? undefined);
  }

  private source(folder: string, input: string): Promise<Verdict> {
    const binary = this.binary();
    if (binary === undefined) throw new PolicyFault('it is written in Rego, and neither opa nor conftest is installed here: name one by OPA_BIN, or compile it with `opa build -t wasm -e main`');
    return /conftest[^/]*$/.test(binary) ? this.conftest(binary, folder, input) : this.opa(binary, folder, input);
  }

  private async opa(binary: string, folder: string, input: string): Promise<Verdict> {
    const { exitCode, stdout, stderr } = await this.run({ binary, args: ['eval', '--format', 'json', '--strict-builtin-errors', '--ignore', '*_test.rego', '--data', folder, '--stdin-input', 'data.main'], directory: folder, input });
    if (exitCode !== 0) throw new PolicyFault(firstLine(stderr) || messageIn(stdout));
    const answer = opaAnswer.safeParse(json(stdout));
    if (!answer.success) throw new PolicyFault('it has no package main');
    return readVerdict(answer.data.result[0]?.expressions[0]?.value);
  }

  private async conftest(binary: string, folder: string, input: string): Promise<Verdict> {
    const { stdout, stderr } = await this.run({ binary, args: ['test', '--output', 'json', '--parser', 'json', '--policy', folder, '-'], directory: folder, input });
    const answer = conftestAnswer.safeParse(json(stdout));
    if (!answer.success) throw new PolicyFault(firstLine(stderr) || 'conftest gave no answer that can be read');
    const all = (of: 'failures' | 'warnings'): string[] => answer.data.flatMap((file) => (file[of] ?? []).map(({ msg }) => msg));
    return readVerdict({ deny: all('failures'), warn: all('warnings') });
  }

  private async run(request: Omit<ProgramRequest, 'timeoutMs'>): Promise<ProgramEnd> {
    const end = await this.commands.execute(new RunProgram({ ...request, timeoutMs: TIMEOUT_MS }));
    if (!end) throw new PolicyFault(`it took longer than ${TIMEOUT_MS / 1_000} s and was ended`);
    return end;
  }

  private binary(): string | undefined {
    const named = this.settings.opaBin;
    if (named !== undefined) return existsSync(named) ? named : undefined;
    const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
    return ['opa', 'conftest'].flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  }
}

// Built it is JavaScript; under Jest it is the source, whose types Node takes off itself.
function evaluatorFile(): string {
  const built = join(__dirname, 'evaluate-wasm.mjs');
  return existsSync(built) ? built : join(__dirname, 'evaluate-wasm.mts');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(stdout: string): string {
  const answer = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) }).safeParse(json(stdout));
  return answer.success ? (answer.data.errors[0]?.message ?? '') : 'it stopped with an error';
}

function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return (lines.find((line) => /error/i.test(line)) ?? lines[0] ?? '').slice(0, 300);
}
