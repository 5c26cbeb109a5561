import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { z } from 'zod';
import { fault, list, oneOf, text, whole } from './fields';
import {
  channelSelect,
  componentId,
  customId,
  mentionableSelect,
  option,
  refuseDuplicateIds,
  roleSelect,
  stringSelect,
  userSelect,
} from './interactive';
import { everyComponent } from './message-components';

const LABEL = 45;

const textInput = z
  .object({
    type: z.literal(4),
    id: componentId,
    custom_id: customId,
    style: oneOf(1, 2),
    label: text(1, LABEL).optional(),
    min_length: whole(0, 4000).optional(),
    max_length: whole(1, 4000).optional(),
    required: z.boolean().optional(),
    value: text(0, 4000).optional(),
    placeholder: text(0, 100).optional(),
  })
  .superRefine((input, context) => {
    if ((input.min_length ?? 0) > (input.max_length ?? 4000)) {
      fault(context, 'TEXT_INPUT_COMPONENT_INVALID_RANGE', 'The minimum length must not be above the maximum', ['min_length']);
    }
  });

const row = z.object({
  type: z.literal(1),
  id: componentId,
  components: list(
    textInput.superRefine((input, context) => {
      if (input.label === undefined) fault(context, 'BASE_TYPE_REQUIRED', 'This field is required', ['label']);
    }),
    1,
    1,
  ),
});

const choices = { id: componentId, custom_id: customId, required: z.boolean().optional() };
const upload = z.object({ type: z.literal(19), ...choices, min_values: whole(0, 10).optional(), max_values: whole(1, 10).optional() });
const radioGroup = z.object({ type: z.literal(21), ...choices, options: list(option, 2, 10) });
const checkboxGroup = z.object({
  type: z.literal(22),
  ...choices,
  options: list(option, 1, 10),
  min_values: whole(0, 10).optional(),
  max_values: whole(1, 10).optional(),
});
const checkbox = z.object({ type: z.literal(23), id: componentId, custom_id: customId, default: z.boolean().optional() });

const label = z.object({
  type: z.literal(18),
  id: componentId,
  label: text(1, LABEL),
  description: text(0, 100).optional(),
  component: z.discriminatedUnion('type', [
    textInput.superRefine((input, context) => {
      if (input.label !== undefined) fault(context, 'COMPONENT_LABEL_NOT_ALLOWED', 'A text input within a label cannot have a label of its own', ['label']);
    }),
    stringSelect,
    userSelect,
    roleSelect,
    mentionableSelect,
    channelSelect,
    upload,
    radioGroup,
    checkboxGroup,
    checkbox,
  ]),
});
const textDisplay = z.object({ type: z.literal(10), id: componentId, content: text(1, 4000) });

/** A modal as the bot sends it: classic rows with one text input each, or labels around any kind of field. */
export const modalSchema = z
  .object({
    custom_id: customId,
    title: text(1, LABEL),
    components: list(z.discriminatedUnion('type', [row, label, textDisplay]), 1, 5).superRefine(refuseDuplicateIds),
  })
  .transform((modal) => {
    let next = 1;
    for (const one of everyComponent(modal.components)) Object.assign(one, { id: 'id' in one && typeof one.id === 'number' ? one.id : next++ });
    // The schemas above check what the type promises.
    return modal as APIModalInteractionResponseCallbackData;
  });
