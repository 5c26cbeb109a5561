import type { Attribute, Block } from './schema';
import { isUnknown, objectsOf, sameValue, type ObjectValue, type Value } from './value';

/** Where a value stands: names of attributes and blocks, and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** The places whose change makes a new object in place of the old one. */
export function replacingPaths(block: Block, prior: ObjectValue, planned: ObjectValue, at: ValuePath = []): ValuePath[] {
  const paths: ValuePath[] = [];
  for (const [name, attribute] of Object.entries(block.attributes)) {
    if (attribute.replaces && differs(attribute, prior[name] ?? null, planned[name] ?? null)) paths.push([...at, name]);
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const before = objectsOf(prior[name]);
    const after = objectsOf(planned[name]);
    if (isUnknown(planned[name])) continue;
    if (nested.nesting === 'set') {
      if (!sameValue(before, after, true) && (nested.replaces || canReplace(nested.block))) paths.push([...at, name]);
      continue;
    }
    if (nested.replaces && before.length !== after.length) paths.push([...at, name]);
    before.forEach((element, index) => {
      const counterpart = after[index];
      const place = nested.nesting === 'list' ? [...at, name, index] : [...at, name];
      if (counterpart) paths.push(...replacingPaths(nested.block, element, counterpart, place));
    });
  }
  return paths;
}

function differs(attribute: Attribute, before: Value, after: Value): boolean {
  return !sameValue(before, after, attribute.type[0] === 'set');
}

function canReplace(block: Block): boolean {
  return Object.values(block.attributes).some((attribute) => attribute.replaces) || Object.values(block.blocks).some((nested) => canReplace(nested.block));
}
