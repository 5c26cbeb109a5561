import { z } from 'zod';
import type { PlanId, SessionId } from '../shared';

/**
 * Every custom id: its pattern for necord, and how it is built. Ids are lower case and unique by their first word,
 * since patterns are matched without regard to case, and the first that matches wins.
 */
export const ROUTES = {
  approve: 'approve/:session/:plan',
  addResource: 'add/:session',
  refresh: 'refresh/:session',
  cancel: 'cancel/:session',
  chooseKind: 'kind/:session/:part',
  removeResource: 'remove/:session/:part',
  fillForm: 'form/:session/:kind',
  reopenDraft: 'draft/:draft',
  listPage: 'list/:page/:filter',
} as const;

/** Stands where a lobby has no plan to approve. */
export const NO_PLAN = 'none' as PlanId;

export const approveId = (session: SessionId, plan: PlanId): string => `approve/${session}/${plan}`;
export const addResourceId = (session: SessionId): string => `add/${session}`;
export const refreshId = (session: SessionId): string => `refresh/${session}`;
export const cancelId = (session: SessionId): string => `cancel/${session}`;
/** More than 25 kinds take several selects, which need different ids: `part` counts them. */
export const chooseKindId = (session: SessionId, part: number): string => `kind/${session}/${part}`;
export const removeResourceId = (session: SessionId, part: number): string => `remove/${session}/${part}`;
export const fillFormId = (session: SessionId, kind: string): string => `form/${session}/${kind}`;
export const reopenDraftId = (draft: string): string => `draft/${draft}`;
/** `page` counts from 1. */
export const listPageId = (page: number, filter: string): string => `list/${page}/${filter}`;

/** The letters that our custom ids are made of. */
const OURS = /^[a-z0-9_/.-]{1,100}$/;

export function isReadable(customId: string): boolean {
  return OURS.test(customId);
}

const sessionId = z.string().regex(/^ses_[0-9a-z]{1,40}$/).transform((text) => text as SessionId);
const planId = z.string().regex(/^[a-z]+(_[0-9a-z]{1,40})?$/).transform((text) => text as PlanId);
const kind = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);
const draftId = z.uuid().lowercase();
const page = z.coerce.number().int().min(1).max(200);
const filter = z.string().regex(/^[a-z0-9_-]{1,40}$/);

// Whoever sends another id than we gave did not press a button of ours: undefined is answered as "not found".
const reader = <T>(schema: z.ZodType<T>) => (text: unknown): T | undefined => schema.safeParse(text).data;

export const readSessionId = reader(sessionId);
export const readPlanId = reader(planId);
export const readKind = reader(kind);
export const readDraftId = reader(draftId);
export const readPage = reader(page);
export const readFilter = reader(filter);
