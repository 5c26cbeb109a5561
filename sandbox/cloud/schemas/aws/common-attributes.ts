import { createHash } from 'node:crypto';
import { computed, mapOf, optional, optionalComputed } from '../../engine/build';
import type { Attribute, AttributeRules, Scene } from '../../engine/schema';
import { hasUnknown, isObject, textOf, UNKNOWN, type Value } from '../../engine/value';

const ACCOUNT = '123456789012';

/** The id, which the engine makes from the kind's own rule. */
export const id: Attribute = optionalComputed('string');

/** The tags of the configuration, and beside them all that the resource has. */
export const tags = { tags: optional(mapOf('string')), tags_all: optionalComputed(mapOf('string'), { planned: allTags }) };
/** The same, for the kinds where nobody may say the second. */
export const plainTags = { tags: optional(mapOf('string')), tags_all: computed(mapOf('string'), { planned: allTags }) };

function allTags({ object, settings }: Scene): Value {
  const own = object.tags ?? null;
  if (hasUnknown(own)) return UNKNOWN;
  const usual = Array.isArray(settings.default_tags) && isObject(settings.default_tags[0]) ? (settings.default_tags[0].tags ?? null) : null;
  return { ...(isObject(usual) ? usual : {}), ...(isObject(own) ? own : {}) };
}

/** Ids such as `vpc-0a1b2c3d4e5f60718`: the same for the same thing. */
export function idWith(prefix: string, ...parts: readonly string[]): (scene: Scene) => string {
  return ({ object }) => `${prefix}-0${hex(JSON.stringify([prefix, ...parts.map((part) => object[part] ?? null)])).slice(0, 16)}`;
}

export function textIn({ object }: Scene, name: string): string {
  return textOf(object[name]) ?? '';
}

/** The resource's ARN, with what stands after the account. */
export function arn(service: string, resource: (scene: Scene) => string, rules: AttributeRules = {}): Attribute {
  return computed('string', { made: (scene) => `arn:aws:${service}:${service === 'iam' ? '' : regionOf(scene)}:${ACCOUNT}:${resource(scene)}`, ...rules });
}

export function regionOf({ settings }: Scene): string {
  return textOf(settings.region) ?? 'us-east-1';
}

/** A host's last part, from a text. */
export function octetOf(text: string): number {
  return (parseInt(hex(text).slice(0, 4), 16) % 250) + 4;
}

export function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A reference to another resource by its id. */
export function names(type: string): AttributeRules {
  return { refersTo: { type, id: (text) => text } };
}
