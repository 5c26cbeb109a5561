import { z } from 'zod';
import type { Severity, Violation } from '../domain/violation';

const said = z.union([z.string(), z.object({ msg: z.string() }).transform(({ msg }) => msg), z.object({ message: z.string() }).transform(({ message }) => message)]);
const list = z.array(said).default([]);

/** What `package main` says, by the names that conftest made usual, and `needs_approval` of ours. */
const verdict = z.object({ deny: list, violation: list, warn: list, needs_approval: list });

export type Verdict = z.infer<typeof verdict>;

/** @throws where a policy says something that cannot be understood: that is an error of the policy. */
export function readVerdict(document: unknown): Verdict {
  const parsed = verdict.safeParse(document);
  if (!parsed.success) throw new Error('deny, violation, warn and needs_approval of package main have to be sets of sentences, or of objects with `msg`');
  return parsed.data;
}

const MOST = 2_000;

export function violationsIn({ deny, violation, warn, needs_approval: needsApproval }: Verdict, set: string): readonly Violation[] {
  const as = (severity: Severity, messages: readonly string[]): Violation[] => messages.map((message) => ({ rule: `policy/${set}`, severity, message: message.slice(0, MOST) }));
  return [...as('deny', [...deny, ...violation]), ...as('needs-approval', needsApproval), ...as('warn', warn)];
}
