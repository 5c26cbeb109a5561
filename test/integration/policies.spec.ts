import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { QueryBus } from '@nestjs/cqrs';
import wabt from 'wabt';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import type { Project } from '../../src/modules/access';
import { CheckPlan, type PlanToCheck, type Violation } from '../../src/modules/policy';
import type { GuildId, ProjectId, UserId } from '../../src/shared';
import { World } from '../support/test-engine';

const onPath = (name: string): string | undefined => (process.env['PATH'] ?? '').split(delimiter).map((place) => join(place, name)).find((path) => existsSync(path));
const opa = process.env['TEST_OPA_BIN'] ?? onPath('opa');
const conftest = process.env['TEST_CONFTEST_BIN'] ?? onPath('conftest');

/** Buckets outside of the EU are not for us; large changes are looked at; the rest is a hint. */
const REGO = `package main

import rego.v1

deny contains msg if {
  some change in input.resource_changes
  change.type == "google_storage_bucket"
  not startswith(change.change.after.location, "EU")
  msg := sprintf("%s is in %s: keep buckets in the EU.", [change.address, change.change.after.location])
}

warn contains "Mind the budget." if input.cloud_engine.cost.monthly_usd > 1

needs_approval contains {"msg": "Production is looked at by two."} if input.cloud_engine.environment == "production"
`;

/** A module that answers as compiled Rego does (ABI 1.3), with always the same document, or never. */
async function compiled(document: unknown, body = '(i32.const 4096)'): Promise<Buffer> {
  const text = (value: unknown): string => JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const { parseWat } = await wabt();
  const module = parseWat('policy.wat', `(module
    (import "env" "memory" (memory 5))
    (global (export "opa_wasm_abi_version") i32 (i32.const 1))
    (global (export "opa_wasm_abi_minor_version") i32 (i32.const 3))
    (data (i32.const 1024) "{}\\00") (data (i32.const 2048) "{\\"main\\":0}\\00") (data (i32.const 4096) "${text([{ result: document }])}\\00")
    (func (export "builtins") (result i32) (i32.const 1024))
    (func (export "entrypoints") (result i32) (i32.const 2048))
    (func (export "opa_json_dump") (param i32) (result i32) (local.get 0))
    (func (export "opa_json_parse") (param i32 i32) (result i32) (local.get 0))
    (func (export "opa_malloc") (param i32) (result i32) (i32.const 65536))
    (func (export "opa_heap_ptr_get") (result i32) (i32.const 131072))
    (func (export "opa_eval") (param i32 i32 i32 i32 i32 i32 i32) (result i32) ${body}))`);
  return Buffer.from(module.toBinary({}).buffer);
}

describe('policies of a project’s own', () => {
  let world: World;
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    world = await World.make();
    folder = join(world.folder, 'policies');
    engine = await startEngine(Settings.from({ ...world.environment, POLICIES_DIR: folder, ...(opa && { OPA_BIN: opa }) }));
  });
  afterAll(async () => {
    await engine?.stop();
    await world?.close();
  });

  async function put(set: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
    await mkdir(join(folder, set), { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, set, name), content);
  }
  const planOf = (set: string, change: Partial<PlanToCheck> = {}, environment: Project['environment'] = 'dev'): PlanToCheck => ({
    project: { id: 'prj_1' as ProjectId, guildId: 'g' as GuildId, name: 'shop', environment, providers: ['gcp'], regions: [], credentialsProfile: 'default', version: 1, createdBy: 'u' as UserId, createdAt: new Date(0), rules: { policySet: set } },
    provider: 'gcp', region: 'us-central1', purpose: 'deploy', cost: { monthlyUsd: 0, differenceMonthlyUsd: 0, complete: true },
    resources: [{ address: 'google_storage_bucket.assets', type: 'google_storage_bucket', actions: ['create'], before: null, after: { location: 'US' }, afterUnknown: {} }], ...change,
  });
  const check = (plan: PlanToCheck, on = engine): Promise<readonly Violation[]> => on.app.get(QueryBus).execute(new CheckPlan(plan));

  it('compiled to WebAssembly, say what they say by their severity, and need no program', async () => {
    await put('compiled', { 'policy.wasm': await compiled({ deny: ['No.'], violation: [{ msg: 'Nor this.' }], warn: ['Hm.'], needs_approval: [{ message: 'Ask.' }] }) });
    expect(await check(planOf('compiled'))).toEqual([
      { rule: 'policy/compiled', severity: 'deny', message: 'No.' }, { rule: 'policy/compiled', severity: 'deny', message: 'Nor this.' },
      { rule: 'policy/compiled', severity: 'needs-approval', message: 'Ask.' }, { rule: 'policy/compiled', severity: 'warn', message: 'Hm.' },
    ]);
  });

  it('stand next to the built-in rules', async () => {
    await put('next', { 'policy.wasm': await compiled({ warn: ['Hm.'] }) });
    const dear = planOf('next', { cost: { monthlyUsd: 5_000, differenceMonthlyUsd: 5_000, complete: true } });
    expect((await check(dear)).map(({ rule }) => rule)).toEqual(['cost-change', 'policy/next']);
  });

  it('deny, and say so, when they never end', async () => {
    await put('endless', { 'policy.wasm': await compiled({}, '(loop $again (br $again)) (i32.const 0)') });
    expect(await check(planOf('endless'))).toEqual([{ rule: 'policy/endless', severity: 'deny', message: expect.stringMatching(/could not be evaluated.*took longer than 5 s/) as string }]);
  });

  it.each<[string, () => Promise<Record<string, string | Buffer>>, RegExp]>([
    ['stop with an error', async () => ({ 'policy.wasm': await compiled({}, '(unreachable)') }), /stopped with an error/],
    ['are no policies', () => Promise.resolve({ 'policy.wasm': Buffer.from('not a module') }), /stopped with an error/],
    ['speak in riddles', async () => ({ 'policy.wasm': await compiled({ deny: [42] }) }), /deny, violation, warn/],
    ['answer with nothing', async () => ({ 'policy.wasm': await compiled(null) }), /could not be evaluated/],
    ['are an empty folder', () => Promise.resolve({ 'README.md': 'soon' }), /no \.rego and no \.wasm file/],
  ])('deny, and say so, when they %s', async (what, files, why) => {
    const set = what.replace(/[^a-z]+/g, '-');
    await put(set, await files());
    expect(await check(planOf(set))).toEqual([{ rule: `policy/${set}`, severity: 'deny', message: expect.stringMatching(why) as string }]);
  });

  it('deny, and say so, when they are not there', async () => {
    expect(await check(planOf('missing'))).toEqual([{ rule: 'policy/missing', severity: 'deny', message: expect.stringContaining('they are not there') as string }]);
  });

  it('deny, and say so, when they are Rego and no program for it is here', async () => {
    await put('source-only', { 'policy.rego': REGO });
    const bare = await startEngine(Settings.from({ ...world.environment, POLICIES_DIR: folder, OPA_BIN: join(folder, 'no-such-opa'), ROLE: 'worker' }));
    try {
      expect(await check(planOf('source-only'), bare)).toEqual([{ rule: 'policy/source-only', severity: 'deny', message: expect.stringContaining('neither opa nor conftest is installed') as string }]);
    } finally {
      await bare.stop();
    }
  });

  const expected = (set: string): Violation[] => [
    { rule: `policy/${set}`, severity: 'deny', message: 'google_storage_bucket.assets is in US: keep buckets in the EU.' },
    { rule: `policy/${set}`, severity: 'needs-approval', message: 'Production is looked at by two.' },
    { rule: `policy/${set}`, severity: 'warn', message: 'Mind the budget.' },
  ];
  const both = { cost: { monthlyUsd: 2, differenceMonthlyUsd: 2, complete: true } };

  (opa ? describe : describe.skip)('with a real opa (skipped where neither TEST_OPA_BIN nor PATH has one)', () => {
    it('are evaluated from their source', async () => {
      await put('rego', { 'policy.rego': REGO, 'policy_test.rego': 'this is no Rego at all' });
      expect(await check(planOf('rego', both, 'production'))).toEqual(expected('rego'));
      expect(await check(planOf('rego', { resources: [] }))).toEqual([]);
    });

    it('are evaluated as opa compiles them, with the same verdict', async () => {
      await put('built', {});
      await put('to-build', { 'policy.rego': REGO });
      execFileSync(opa ?? '', ['build', '-t', 'wasm', '-e', 'main', '-o', join(folder, 'bundle.tar.gz'), join(folder, 'to-build')]);
      execFileSync('tar', ['-xzf', join(folder, 'bundle.tar.gz'), '-C', join(folder, 'built'), '/policy.wasm']);
      expect(await check(planOf('built', both, 'production'))).toEqual(expected('built'));
    });

    it.each([['does not compile', 'package main\n\ndeny contains msg if { nonsense( }'], ['stops with an error', 'package main\n\nimport rego.v1\n\ndeny contains msg if { msg := to_number("x") }'], ['is of another package', 'package other\n\nx := 1']])('deny, and say so, when their source %s', async (what, source) => {
      const set = what.replaceAll(' ', '-');
      await put(set, { 'policy.rego': source });
      expect(await check(planOf(set))).toEqual([{ rule: `policy/${set}`, severity: 'deny', message: expect.stringContaining('could not be evaluated') as string }]);
    });
  });

  (conftest ? it : it.skip)('are evaluated by a real conftest too (skipped where neither TEST_CONFTEST_BIN nor PATH has one)', async () => {
    await put('tested', { 'policy.rego': REGO });
    const with_ = await startEngine(Settings.from({ ...world.environment, POLICIES_DIR: folder, OPA_BIN: conftest ?? '', ROLE: 'worker' }));
    try {
      // conftest knows nothing of needs_approval.
      expect(await check(planOf('tested', both, 'production'), with_)).toEqual(expected('tested').filter(({ severity }) => severity !== 'needs-approval'));
    } finally {
      await with_.stop();
    }
  });
});
