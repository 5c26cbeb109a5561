import type { APIMessageTopLevelComponent } from 'discord.js';
import { z } from 'zod';
import { fault, list, text, whole } from './fields';
import { button, channelSelect, componentId, mentionableSelect, refuseDuplicateIds, roleSelect, stringSelect, userSelect } from './interactive';

const MOST_V2_COMPONENTS = 40;
const MOST_V2_CHARACTERS = 4_000;

const actionRow = z
  .object({
    type: z.literal(1),
    id: componentId,
    components: list(
      z.discriminatedUnion('type', [button, stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect]),
      1,
      5,
    ),
  })
  .superRefine((row, context) => {
    const selects = row.components.filter((one) => one.type !== 2).length;
    if (selects > 0 && row.components.length > 1) {
      fault(context, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', ['components', 1]);
    }
  });

const file = z.object({ url: text(1, 2048) });
const textDisplay = z.object({ type: z.literal(10), id: componentId, content: text(1, MOST_V2_CHARACTERS) });
const thumbnail = z.object({ type: z.literal(11), id: componentId, media: file, description: text(0, 1024).nullish(), spoiler: z.boolean().default(false) });
const section = z.object({
  type: z.literal(9),
  id: componentId,
  components: list(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
  type: z.literal(12),
  id: componentId,
  items: list(z.object({ media: file, description: text(0, 1024).nullish(), spoiler: z.boolean().default(false) }), 1, 10),
});
const fileComponent = z.object({ type: z.literal(13), id: componentId, file, spoiler: z.boolean().default(false) });
const separator = z.object({ type: z.literal(14), id: componentId, divider: z.boolean().default(true), spacing: whole(1, 2).default(1) });
const inContainer = z.discriminatedUnion('type', [actionRow, section, textDisplay, gallery, fileComponent, separator]);
const container = z.object({
  type: z.literal(17),
  id: componentId,
  components: list(inContainer, 1, MOST_V2_COMPONENTS),
  accent_color: whole(0, 0xffffff).nullable().default(null),
  spoiler: z.boolean().default(false),
});

/** Five action rows of buttons and selects: every message without the Components V2 flag. */
export const classicComponents = list(z.discriminatedUnion('type', [actionRow]), 0, 5)
  .superRefine(refuseDuplicateIds)
  .transform(numbered);

/** The components of a message with the Components V2 flag: 40 at most, nested ones counted. */
export const v2Components = z
  .array(z.discriminatedUnion('type', [actionRow, section, textDisplay, gallery, fileComponent, separator, container]))
  .superRefine((components, context) => {
    refuseDuplicateIds(components, context);
    const all = [...everyComponent(components)];
    if (all.length > MOST_V2_COMPONENTS) fault(context, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The maximum number of components is ${MOST_V2_COMPONENTS}`);
    const characters = all.reduce((sum, one) => sum + ('content' in one && typeof one.content === 'string' ? one.content.length : 0), 0);
    if (characters > MOST_V2_CHARACTERS) {
      fault(context, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `The total displayable text size exceeds the maximum of ${MOST_V2_CHARACTERS}`);
    }
  })
  .transform(numbered);

/** A component and all within it. */
export function* everyComponent(value: unknown): Generator<object> {
  if (Array.isArray(value)) for (const one of value) yield* everyComponent(one);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if ('type' in value) yield value;
  if ('components' in value) yield* everyComponent(value.components);
  if ('component' in value) yield* everyComponent(value.component);
  if ('accessory' in value) yield* everyComponent(value.accessory);
}

/** Discord numbers the components that came without an id. The schemas above check what the type promises. */
function numbered(components: object[]): APIMessageTopLevelComponent[] {
  let next = 1;
  for (const one of everyComponent(components)) Object.assign(one, { id: 'id' in one && typeof one.id === 'number' && one.id > 0 ? one.id : next++ });
  return components as APIMessageTopLevelComponent[];
}
