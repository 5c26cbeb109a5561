import fc from 'fast-check';
import type { SessionView } from '../../modules/sessions';
import { STATE_LOOKS } from './state.view';
import { lobby } from './lobby.view';

const hostile = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('```', '`', '**@everyone**', '\u202e', '\n\n\n', '${x}', '[a](b)', '||', '#'.repeat(300)));
const cost = fc.record({ address: hostile, description: hostile, change: fc.constantFrom('create', 'update', 'delete'), billing: fc.constantFrom('fixed', 'use', 'free', 'unknown'), monthlyBeforeUsd: fc.option(fc.double({ min: 0, max: 1e8, noNaN: true })), hourlyUsd: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), monthlyUsd: fc.option(fc.double({ min: 0, max: 1e8, noNaN: true })), assumption: hostile, priceDate: fc.option(fc.constant('2026-07-30')) });

const view = fc.record({
  purpose: fc.constantFrom('deploy', 'destroy', 'reconcile'), deploymentId: fc.constant('dep_4k7m2x9q0tbv'), stop: fc.option(fc.record({ by: fc.constant('512946308817395722'), forced: fc.boolean() }), { nil: undefined }),
  state: fc.constantFrom(...(Object.keys(STATE_LOOKS) as SessionView['state'][])), projectName: hostile, deploymentName: hostile, provider: fc.constant('gcp'), region: fc.constant('us-central1'),
  environment: fc.constantFrom('dev', 'staging', 'production'), ownerId: fc.constant('512946308817395722'), id: fc.constant('ses_4k7m2x9q0tbv'),
  labels: fc.dictionary(hostile, hostile, { maxKeys: 10 }), approvalsNeeded: fc.constantFrom(1, 2, 6),
  resources: fc.array(fc.record({ kind: fc.constant('compute_vm'), name: hostile, args: fc.dictionary(hostile, hostile, { maxKeys: 6 }) }), { maxLength: 60 }),
  violations: fc.array(fc.record({ rule: fc.constant('r'), severity: fc.constantFrom('deny', 'needs-approval', 'warn'), message: hostile }), { maxLength: 30 }),
  problem: fc.option(fc.record({ code: fc.constantFrom('X', 'APPLY_INTERRUPTED', 'SESSION.PLAN_STALE', 'SESSION.APPLY_CANCELLED'), message: fc.string({ minLength: 1, maxLength: 3_000 }) }), { nil: undefined }),
  approvals: fc.array(fc.record({ by: fc.constant('512946308817395722') }), { maxLength: 2 }),
  plan: fc.option(fc.record({
    id: fc.constant('pln_4k7m2x9q0tbv'), sha256: fc.constant('a'.repeat(64)), counts: fc.record({ add: fc.nat(), change: fc.nat(), destroy: fc.nat() }),
    changes: fc.array(fc.record({ address: hostile, actions: fc.constantFrom(['create'], ['update'], ['delete'], ['import'], ['refresh'], ['forget']), replace: fc.boolean() }), { maxLength: 200 }),
    orphans: fc.array(fc.record({ address: hostile, id: hostile, reason: fc.constantFrom('begun', 'refused', 'later') }), { maxLength: 60 }), settles: fc.boolean(), madeAt: fc.constant(new Date('2026-11-01')),
    budget: fc.option(fc.record({ budgetUsd: fc.integer({ min: 1 }), committedUsd: fc.nat(), overUsd: fc.nat(), complete: fc.boolean(), needsAdministrator: fc.boolean() }), { nil: undefined }),
    cost: fc.record({ hourlyUsd: fc.double({ min: 0, max: 1e6, noNaN: true }), monthlyUsd: fc.double({ min: 0, max: 1e8, noNaN: true }), monthlyBeforeUsd: fc.nat(), differenceMonthlyUsd: fc.integer(), complete: fc.boolean(), lines: fc.array(cost, { maxLength: 200 }), oldestPriceDate: fc.constant('2026-07-30') }),
  }), { nil: undefined }),
  outcome: fc.option(fc.record({ added: fc.nat(), changed: fc.nat(), destroyed: fc.nat(), durationMs: fc.nat(), outputs: fc.dictionary(hostile, hostile, { maxKeys: 50 }) }), { nil: undefined }),
  canApprove: fc.boolean(), isLocked: fc.boolean(), expiresAt: fc.constant(new Date(0)), version: fc.constant(1),
}).map((values) => values as unknown as SessionView);

describe('the lobby', () => {
  it('keeps every limit of Discord’s, whatever stands in it', () => {
    fc.assert(fc.property(view, (session) => {
      const { embeds: [embed], components } = lobby(session);
      const fields = embed?.fields ?? [];
      expect(embed?.title?.length).toBeLessThanOrEqual(256);
      expect(embed?.description?.length).toBeLessThanOrEqual(4_096);
      expect(fields.length).toBeLessThanOrEqual(25);
      for (const { name, value } of fields) {
        expect(name.length).toBeLessThanOrEqual(256);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(1_024);
        expect((value.match(/```/g) ?? []).length % 2).toBe(0);
      }
      const total = [embed?.title, embed?.description, embed?.footer?.text, ...fields.flatMap(({ name, value }) => [name, value])].reduce((sum, text) => sum + (text?.length ?? 0), 0);
      expect(total).toBeLessThanOrEqual(6_000);
      const ids = components.flatMap((row) => row.components.map((button) => ('custom_id' in button ? button.custom_id : '')));
      expect(new Set(ids).size).toBe(ids.length);
    }), { numRuns: 300 });
  });
});
