import { ComponentType, InteractionType, type ButtonStyle } from 'discord.js';
import type { Press } from '../interactions/desk';
import { resolve } from '../interactions/payload';
import { everyComponent } from '../limits/message-components';
import type { Channel } from '../world/records';
import type { World } from '../world/world';
import { faultOfChoice, type Menu } from './choice';
import { Refusal } from './command-options';
import { pressedBy } from './pressed-by';
import type { PressOf } from './requests';
import { pageMessage } from './view';

/** A button pressed or a select menu used, as it is to be told to the bot. */
export function pressComponent(world: World, channel: Channel, request: PressOf<'component'>): Press | Refusal {
  const stored = world.message(request.messageId);
  if (stored === undefined || stored.message.channel_id !== channel.id || pageMessage(world, stored, request.persona) === undefined) {
    return new Refusal('This message is not there any more.');
  }
  const component = findComponent(stored.message.components, request.customId);
  const fault = request.forged ? undefined : faultOf(world, component, request.values);
  if (fault !== undefined) return new Refusal(fault);
  return {
    type: InteractionType.MessageComponent,
    channel,
    userId: request.persona,
    data: pressData(world, component, request),
    sourceMessageId: stored.message.id,
    metadata: pressedBy(world, request.persona, InteractionType.MessageComponent, { interacted_message_id: stored.message.id }),
    noAnswer: 'This interaction failed',
  };
}

function pressData(world: World, component: Pressable | undefined, { customId, values }: PressOf<'component'>): object {
  const type = component?.type ?? (values === undefined ? ComponentType.Button : ComponentType.StringSelect);
  const base = { id: component?.id ?? 1, custom_id: customId, component_type: type };
  if (type === ComponentType.Button) return base;
  return { ...base, values: values ?? [], resolved: type === ComponentType.StringSelect ? undefined : resolve(world, values ?? []) };
}

type Pressable = Menu & { id?: number; style?: ButtonStyle };

function findComponent(components: unknown, customId: string): Pressable | undefined {
  const isIt = (one: object): one is Pressable => 'custom_id' in one && one.custom_id === customId;
  return [...everyComponent(components)].find(isIt);
}

function faultOf(world: World, component: Pressable | undefined, values: string[] | undefined): string | undefined {
  if (component === undefined) return 'This message has no such button or menu.';
  if (component.disabled === true) return 'This button or menu is disabled.';
  if (component.type === ComponentType.Button) return values === undefined ? undefined : 'A button takes no values.';
  const fault = faultOfChoice(world, component, values ?? [], component.min_values ?? 1, component.max_values ?? 1);
  return fault === undefined ? undefined : `The menu ${fault}.`;
}
