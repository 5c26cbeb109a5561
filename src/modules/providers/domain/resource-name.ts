import type { ResourceDefinition } from './resource-definition';

const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
/** The most any cloud's names may have. */
const MAX_LENGTH = 63;

export function nameMaxLength({ naming }: ResourceDefinition): number {
  return naming?.maxLength ?? MAX_LENGTH;
}

/** Why a resource of this kind cannot be called so, as a phrase that follows the name; undefined where it can. */
export function whyNotName(definition: ResourceDefinition, name: string): string | undefined {
  if (name.length > nameMaxLength(definition)) return `is longer than ${nameMaxLength(definition)} characters`;
  return NAME.test(name) ? definition.naming?.refuse?.(name) : 'is not a name';
}

/** Ends the sentence "Accepted: ...". */
export function acceptedNames(definition: ResourceDefinition): string {
  return `lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen, at most ${nameMaxLength(definition)}`;
}
