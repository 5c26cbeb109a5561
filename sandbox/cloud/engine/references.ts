import type { Block, ResourceKind, Scene } from './schema';
import { objectsOf, textOf, type ObjectValue } from './value';

/** One object naming another. */
export interface Mention {
  readonly type: string;
  readonly id: string;
}

/** Every object that this one names, wherever in its blocks. */
export function mentionsOf(kind: ResourceKind, scene: Omit<Scene, 'block'>): Mention[] {
  return mentionsIn(kind, scene.object, { ...scene, block: scene.object });
}

function mentionsIn(block: Block, values: ObjectValue, scene: Scene): Mention[] {
  const here = Object.entries(block.attributes).flatMap(([name, { refersTo }]) => {
    const text = textOf(values[name]);
    return refersTo && text !== undefined ? [{ type: refersTo.type, id: refersTo.id(text, { ...scene, block: values }) }] : [];
  });
  const inside = Object.entries(block.blocks).flatMap(([name, nested]) =>
    objectsOf(values[name]).flatMap((element) => mentionsIn(nested.block, element, scene)),
  );
  return [...here, ...inside];
}

/** Whether objects of this kind may name objects of that type. */
export function mayMention(block: Block, type: string): boolean {
  return (
    Object.values(block.attributes).some((attribute) => attribute.refersTo?.type === type) ||
    Object.values(block.blocks).some((nested) => mayMention(nested.block, type))
  );
}
