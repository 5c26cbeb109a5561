import { createHash } from 'node:crypto';
import { computed, optional, optionalComputed, setOf } from '../../engine/build';
import type { Attribute, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';

/** The id, which the engine makes from the kind's own rule. */
export const id: Attribute = optionalComputed('string');
export const tags: Attribute = optional(setOf('string'));
export const createdAt: Attribute = computed('string', { made: () => new Date().toISOString() });

/** The name DigitalOcean's projects know a thing by: `do:droplet:123`. */
export function urn(kind: string): Attribute {
  return computed('string', { made: ({ object }) => `do:${kind}:${textOf(object.id) ?? ''}` });
}

/** An id in the form of a UUID: the same for the same thing of the same name. */
export function uuidFor(kind: string, part = 'name'): (scene: Scene) => string {
  return ({ object }) => hex(`${kind} ${textOf(object[part]) ?? ''}`).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** Nine digits, as Droplets, keys and records are numbered. */
export function numberFor(kind: string): (scene: Scene) => string {
  return ({ object }) => String(100_000_000 + (parseInt(hex(`${kind} ${textOf(object.name) ?? ''} ${textOf(object.value) ?? ''}`).slice(0, 8), 16) % 900_000_000));
}

/** A host's last part, from a text. */
export function octetOf(text: string): number {
  return (parseInt(hex(text).slice(0, 4), 16) % 250) + 3;
}

export function nameOf({ object }: Scene): string {
  return textOf(object.name) ?? '';
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
