import { zeroOf } from './conform';
import type { Attribute, Block, ResourceKind, Scene } from './schema';
import { isObject, isUnknown, objectsOf, UNKNOWN, type ObjectValue, type Value } from './value';

/** The object as the cloud made it: nothing unknown any more, every text in the cloud's own spelling. */
export function fillResource(kind: ResourceKind, scene: Omit<Scene, 'block'>): ObjectValue {
  // Rules see what was filled in before them, and the id from the start.
  const object: ObjectValue = { ...scene.object };
  const inside: Scene = { ...scene, object, block: object };
  object.id = scene.prior?.id ?? kind.id(inside);
  return fillBlock(kind, object, inside, scene.prior !== null);
}

function fillBlock(block: Block, values: ObjectValue, outer: Scene, existed: boolean): ObjectValue {
  const scene = { ...outer, block: values };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    values[name] = fillAttribute(attribute, values[name] ?? null, scene, existed);
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const value = values[name] ?? null;
    const fillOne = (element: ObjectValue): ObjectValue => fillBlock(nested.block, { ...element }, scene, existed);
    if (nested.nesting === 'single') values[name] = isObject(value) ? fillOne(value) : null;
    else values[name] = (isUnknown(value) ? unknownsOf(nested.block, nested.made?.(scene) ?? []) : objectsOf(value)).map(fillOne);
  }
  return values;
}

function fillAttribute(attribute: Attribute, value: Value, scene: Scene, existed: boolean): Value {
  if (attribute.writeOnly) return null;
  if (isUnknown(value) || (attribute.renewed && existed)) return attribute.made?.(scene) ?? zeroOf(attribute.type);
  if (Array.isArray(value)) return value.map((element) => (isUnknown(element) ? '' : element));
  return typeof value === 'string' && value !== '' && attribute.spelling ? attribute.spelling(value, scene) : value;
}

// Blocks that a rule made say what matters; the rest of their computed attributes is made like any other.
function unknownsOf(block: Block, made: ObjectValue[]): ObjectValue[] {
  const unknowns: ObjectValue = {};
  for (const [name, attribute] of Object.entries(block.attributes)) if (attribute.computed) unknowns[name] = UNKNOWN;
  return made.map((element) => ({ ...unknowns, ...element }));
}
