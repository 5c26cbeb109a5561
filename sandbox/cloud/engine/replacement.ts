import type { Attribute, Block, NestedBlock } from './schema';
import { isUnknown, objectsOf, sameValue, type ObjectValue, type Value } from './value';

/** Where a value stands: names of attributes and blocks, and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** The places whose change makes a new object in place of the old one. */
export function replacingPaths(block: Block, prior: ObjectValue, planned: ObjectValue, at: ValuePath = []): ValuePath[] {
  const changed = Object.entries(block.attributes).filter(
    ([name, attribute]) => attribute.replaces && differs(attribute, prior[name] ?? null, planned[name] ?? null),
  );
  const own = changed.map(([name]) => [...at, name]);
  const inside = Object.entries(block.blocks).flatMap(([name, nested]) =>
    isUnknown(planned[name]) ? [] : pathsInNested(nested, objectsOf(prior[name]), objectsOf(planned[name]), [...at, name]),
  );
  return [...own, ...inside];
}

function pathsInNested(nested: NestedBlock, before: ObjectValue[], after: ObjectValue[], at: ValuePath): ValuePath[] {
  // Elements of a set have no address: the set stands for them.
  if (nested.nesting === 'set') return !sameValue(before, after, true) && (nested.replaces || canReplace(nested.block)) ? [at] : [];
  const recounted = nested.replaces && before.length !== after.length ? [at] : [];
  const inside = before.flatMap((element, index) => {
    const counterpart = after[index];
    return counterpart ? replacingPaths(nested.block, element, counterpart, nested.nesting === 'list' ? [...at, index] : at) : [];
  });
  return [...recounted, ...inside];
}

function differs(attribute: Attribute, before: Value, after: Value): boolean {
  return !sameValue(before, after, attribute.type[0] === 'set');
}

function canReplace(block: Block): boolean {
  return Object.values(block.attributes).some((attribute) => attribute.replaces) || Object.values(block.blocks).some((nested) => canReplace(nested.block));
}
