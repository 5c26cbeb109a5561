import { createHash } from 'node:crypto';
import { mapOf, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { Attribute, AttributeRules, NestedBlock, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { matches } from './checks';

const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';

/** The id, which the engine makes from the kind's own rule. */
export const id: Attribute = optionalComputed('string');
export const tags: Attribute = optional(mapOf('string'));
export const location: Attribute = required('string', { replaces: true, check: matches(/^[a-z][a-z0-9]+$/, 'a region') });
/** The group a thing is in, which has to be there unless somebody else manages it. */
export const resourceGroup: Attribute = required('string', { replaces: true, refersTo: { type: 'azurerm_resource_group', id: groupId } });
/** What nearly everything says first. */
export const inGroup = { id, resource_group_name: resourceGroup, location, tags };
export const allTimeouts: NestedBlock = timeouts('create', 'read', 'update', 'delete');
export const fewTimeouts: NestedBlock = timeouts('create', 'read', 'delete');

export function groupId(name: string, { settings }: Scene): string {
  return `/subscriptions/${textOf(settings.subscription_id) ?? SUBSCRIPTION}/resourceGroups/${name}`;
}

export function textIn({ object }: Scene, name: string): string {
  return textOf(object[name]) ?? '';
}

/** An id in Azure's form: the group, the kind of thing, its name. */
export function idIn(kind: string, name = 'name'): (scene: Scene) => string {
  return (scene) => `${groupId(textIn(scene, 'resource_group_name'), scene)}/providers/${kind}/${textIn(scene, name)}`;
}

/** The id of a part of something else. */
export function partOf(parent: string, kind: string): (scene: Scene) => string {
  return (scene) => `${textIn(scene, parent)}/${kind}/${textIn(scene, 'name')}`;
}

/** A reference to another resource by its id. */
export function names(type: string): AttributeRules {
  return { refersTo: { type, id: (text) => text } };
}

export function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function uuidOf(text: string): string {
  return hex(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** A host's last part, from a text. */
export function octetOf(text: string): number {
  return (parseInt(hex(text).slice(0, 4), 16) % 250) + 4;
}
