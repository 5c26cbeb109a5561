import type { Block } from './schema';
import { hasUnknown, objectsOf, type ObjectValue } from './value';
import type { ValuePath } from './replacement';

/** One thing wrong with a configuration, and where. */
export interface Problem {
  readonly words: string;
  readonly at: ValuePath;
}

/** Checks every configured value that is known. Terraform itself checks types, presence and counts. */
export function validateBlock(block: Block, config: ObjectValue, at: ValuePath = []): Problem[] {
  const problems: Problem[] = [];
  for (const [name, { check }] of Object.entries(block.attributes)) {
    const value = config[name] ?? null;
    const words = check && value !== null && !hasUnknown(value) ? check(value, name) : undefined;
    if (words !== undefined) problems.push({ words, at: [...at, name] });
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    objectsOf(config[name]).forEach((element, index) => {
      const place = nested.nesting === 'list' ? [...at, name, index] : [...at, name];
      // An element of a set has no address of its own: its problems are shown at the set.
      const inside = validateBlock(nested.block, element, place);
      problems.push(...(nested.nesting === 'set' ? inside.map(({ words }) => ({ words, at: [...at, name] })) : inside));
    });
  }
  return problems;
}
