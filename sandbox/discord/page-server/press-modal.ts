import { ComponentType, InteractionType, type APIModalInteractionResponseCallbackData } from 'discord.js';
import type { InteractionDesk, Press } from '../interactions/desk';
import { resolve } from '../interactions/payload';
import type { Channel } from '../world/records';
import type { World } from '../world/world';
import { Refusal } from './command-options';
import { faultOfField } from './modal-faults';
import { chosen, submitted, type Field, type FieldValue } from './modal-fields';
import { pressedBy } from './pressed-by';
import type { PressOf } from './requests';

/** A modal submitted, as it is to be told to the bot. */
export function pressModal(world: World, desk: InteractionDesk, channel: Channel, request: PressOf<'modal'>): Press | Refusal {
  const opener = desk.find(request.modalId);
  if (opener?.modal === undefined || opener.userId !== request.persona || opener.channelId !== channel.id) return new Refusal('This form is not open any more.');
  const fields = fieldsOf(opener.modal);
  if (!request.forged) {
    const unknown = Object.keys(request.values).find((id) => !fields.some(({ field }) => field.custom_id === id));
    if (unknown !== undefined) return new Refusal(`This form has no field "${unknown}".`);
    for (const { name, field } of fields) {
      const fault = faultOfField(world, field, request.values[field.custom_id]);
      if (fault !== undefined) return new Refusal(`"${name}" ${fault}.`);
    }
  }
  const ids = fields.filter(({ field }) => AUTOMATIC.includes(field.type)).flatMap(({ field }) => chosen(field, request.values[field.custom_id]));
  const resolved = resolve(world, ids);
  return {
    type: InteractionType.ModalSubmit,
    channel,
    userId: request.persona,
    data: { custom_id: opener.modal.custom_id, components: submission(opener.modal, request.values), ...(resolved === undefined ? {} : { resolved }) },
    metadata: pressedBy(world, request.persona, InteractionType.ModalSubmit, { triggering_interaction_metadata: opener.metadata }),
    ...(opener.sourceMessageId === undefined ? {} : { sourceMessageId: opener.sourceMessageId }),
    noAnswer: 'Something went wrong. Try again.',
  };
}

const AUTOMATIC: readonly ComponentType[] = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** The fields of a modal with the words that stand above them. */
export function fieldsOf(modal: APIModalInteractionResponseCallbackData): { name: string; field: Field }[] {
  return modal.components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [{ name: component.label, field: component.component }];
    if (component.type !== ComponentType.ActionRow) return [];
    return component.components.map((field) => ({ name: field.label ?? field.custom_id, field }));
  });
}

function submission(modal: APIModalInteractionResponseCallbackData, values: Record<string, FieldValue>): object[] {
  return modal.components.map((component) => {
    const { type, id } = component;
    if (component.type === ComponentType.Label) return { type, id, component: submitted(component.component, values[component.component.custom_id]) };
    if (component.type !== ComponentType.ActionRow) return { type, id };
    return { type, id, components: component.components.map((field) => submitted(field, values[field.custom_id])) };
  });
}
