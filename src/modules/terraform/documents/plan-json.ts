import { z } from 'zod';
import type { JsonObject, JsonValue } from '../domain/json';
import type { PlanAction } from '../domain/plan-outcome';

export const json: z.ZodType<JsonValue> = z.json();
/** Values as they stand in a text that `JSON.parse` has read: they cannot be anything but JSON, so only their outermost shape is looked at. */
const value = z.custom<JsonValue>((one) => one !== undefined);
const object = z.custom<JsonObject>((one) => typeof one === 'object' && one !== null && !Array.isArray(one));

const ACTIONS = ['create', 'update', 'delete', 'read', 'no-op', 'forget'] as const satisfies readonly PlanAction[];

const resourceChange = z.object({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  change: z.object({
    actions: z.array(z.enum(ACTIONS)),
    before: object.nullish(),
    after: object.nullish(),
    after_unknown: value.optional(),
    before_sensitive: value.optional(),
    after_sensitive: value.optional(),
    /** Present for an object that is taken into the state. */
    importing: z.object({}).nullish(),
  }),
});

/** What is read of `show -json` of a plan file. Everything else in it is left alone. */
export const planJson = z.object({
  errored: z.boolean().optional(),
  variables: z.record(z.string(), z.object({ value: json.optional() })).optional(),
  resource_changes: z.array(resourceChange).default([]),
  /** What is no longer as the state has it. */
  resource_drift: z.array(resourceChange).default([]),
  output_changes: z.record(z.string(), z.object({
    before: json.optional(),
    after: json.optional(),
    before_sensitive: json.optional(),
    after_sensitive: json.optional(),
  })).default({}),
  configuration: z.object({
    root_module: z.object({ variables: z.record(z.string(), z.object({ sensitive: z.boolean().optional() })).optional() }).optional(),
  }).optional(),
});

export type PlanJson = z.infer<typeof planJson>;
