import { randomBytes, randomInt } from 'node:crypto';
import { block, computed, mapOf, oneBlock, optional, optionalComputed } from '../../engine/build';
import type { Attribute, NestedBlock } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { lastPart, projectOf, regionOf, selfLinkOf, zoneOf } from './paths';

/** The id, which the engine makes from the kind's own rule. */
export const id: Attribute = optionalComputed('string');
export const project: Attribute = optionalComputed('string', { replaces: true, planned: projectOf });
export const region: Attribute = optionalComputed('string', { replaces: true, planned: regionOf, spelling: lastPart });
export const zone: Attribute = optionalComputed('string', { replaces: true, planned: zoneOf, spelling: lastPart });
export const selfLink: Attribute = computed('string', { made: ({ object }) => selfLinkOf(textOf(object.id) ?? '') });
export const creationTimestamp: Attribute = computed('string', { made: now });
/** A mark of a part's content, another one after every update. */
export const fingerprint: Attribute = computed('string', { made: () => randomBytes(8).toString('base64'), renewed: true });

/** The time, in ISO 8601. */
export function now(): string {
  return new Date().toISOString();
}

/** Nineteen digits, as Google numbers its things. */
export function numericId(): string {
  return `${randomInt(1, 10)}${Array.from({ length: 18 }, () => randomInt(10)).join('')}`;
}

/** An address that stands for a public one: these networks are reserved for documentation and lead nowhere. */
export function publicAddress(): string {
  const network = ['192.0.2', '198.51.100', '203.0.113'][randomInt(3)] ?? '203.0.113';
  return `${network}.${randomInt(1, 255)}`;
}

/** The `params` block: tags that can be bound only when the object is made. */
export const params: NestedBlock = oneBlock(block({ resource_manager_tags: optional(mapOf('string'), { replaces: true }) }), { replaces: true });

/** The same block, where changing its tags alone is no reason to make the object anew. */
export const unboundParams: NestedBlock = oneBlock(block({ resource_manager_tags: optional(mapOf('string')) }), { replaces: true });
