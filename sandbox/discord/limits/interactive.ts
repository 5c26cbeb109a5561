import { z } from 'zod';
import { fault, list, oneOf, snowflake, text, whole } from './fields';

/** Parts that messages and modals share: buttons and select menus. */
export const componentId = whole(0, 0xffffffff).optional();
export const customId = text(1, 100);

const emoji = z.object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() });

export const button = z
  .object({
    type: z.literal(2),
    id: componentId,
    style: oneOf(1, 2, 3, 4, 5, 6),
    label: text(0, 80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: text(1, 512).optional(),
    sku_id: snowflake.optional(),
    disabled: z.boolean().optional(),
  })
  .superRefine((value, context) => {
    const needs = value.style === 5 ? 'url' : value.style === 6 ? 'sku_id' : 'custom_id';
    if (value[needs] === undefined) fault(context, 'BASE_TYPE_REQUIRED', 'This field is required', [needs]);
    if (value.style === 5 && value.custom_id !== undefined) {
      fault(context, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
    }
    if (value.style !== 6 && !value.label && value.emoji === undefined) {
      fault(context, 'BUTTON_COMPONENT_INVALID_EMPTY', 'A button must have a label or an emoji', ['label']);
    }
  });

export const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
});

const menu = {
  id: componentId,
  custom_id: customId,
  placeholder: text(0, 150).optional(),
  min_values: whole(0, 25).default(1),
  max_values: whole(1, 25).default(1),
  disabled: z.boolean().optional(),
  /** In modals only. */
  required: z.boolean().optional(),
};

const defaults = z.array(z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) })).optional();

export const stringSelect = z.object({ type: z.literal(3), ...menu, options: list(option, 1, 25) }).superRefine((value, context) => {
  const { min_values: min, max_values: max, options } = value;
  if (min > max) fault(context, 'SELECT_COMPONENT_INVALID_RANGE', 'The minimum must not be above the maximum', ['min_values']);
  if (max > options.length || min > options.length) {
    const [field, wanted] = max > options.length ? (['max_values', max] as const) : (['min_values', min] as const);
    fault(context, 'SELECT_COMPONENT_OPTIONS_TOO_FEW', `There are fewer options than ${wanted}`, [field]);
  }
  for (const [index, one] of options.entries()) {
    if (options.findIndex((other) => other.value === one.value) < index) {
      fault(context, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', ['options', index, 'value']);
    }
  }
});

export const userSelect = z.object({ type: z.literal(5), ...menu, default_values: defaults });
export const roleSelect = z.object({ type: z.literal(6), ...menu, default_values: defaults });
export const mentionableSelect = z.object({ type: z.literal(7), ...menu, default_values: defaults });
export const channelSelect = z.object({ type: z.literal(8), ...menu, default_values: defaults, channel_types: z.array(z.number()).optional() });

/** Whatever may carry a custom id, found at any depth, with its path. */
export function* customIds(value: unknown, path: PropertyKey[] = []): Generator<{ path: PropertyKey[]; customId: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'custom_id' && typeof one === 'string') yield { path: [...path, step], customId: one };
    else yield* customIds(one, [...path, step]);
  }
}

/** Refuses custom ids that appear twice. */
export function refuseDuplicateIds(components: unknown, context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  for (const { path, customId: id } of customIds(components)) {
    if (seen.has(id)) fault(context, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', path);
    seen.add(id);
  }
}
