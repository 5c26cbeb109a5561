import type { Attribute, Block, NestedBlock, ResourceKind, Scene } from './schema';
import { isObject, isUnknown, objectsOf, sameValue, UNKNOWN, type ObjectValue, type Value } from './value';

/** One block in the three versions that Terraform hands over. */
interface Versions {
  /** Null where the block is new. */
  readonly prior: ObjectValue | null;
  readonly proposed: ObjectValue;
  readonly config: ObjectValue;
}

/**
 * What the resource will look like: the proposal, with the provider's defaults filled in, what only the cloud knows
 * marked unknown, and what is merely spelled otherwise left as it was.
 */
export function planResource(kind: ResourceKind, versions: Versions, world: Pick<Scene, 'settings' | 'cloud'>): ObjectValue {
  const scene: Scene = { ...world, object: versions.proposed, block: versions.proposed, prior: versions.prior };
  const planned = planBlock(kind, versions, scene);
  return versions.prior && sameValue(planned, versions.prior) ? versions.prior : planned;
}

function planBlock(block: Block, versions: Versions, outer: Scene): ObjectValue {
  const scene = { ...outer, block: versions.proposed };
  const planned: ObjectValue = {};
  for (const [name, attribute] of Object.entries(block.attributes)) planned[name] = planAttribute(attribute, name, versions, scene);
  for (const [name, nested] of Object.entries(block.blocks)) planned[name] = planNested(nested, name, versions, scene);
  return planned;
}

function planAttribute(attribute: Attribute, name: string, { prior, proposed, config }: Versions, scene: Scene): Value {
  if (attribute.writeOnly) return null;
  const before = prior?.[name] ?? null;
  const worked = (config[name] ?? null) === null ? attribute.planned?.(scene) : undefined;
  const value = worked ?? proposed[name] ?? null;
  if (value !== null) return isSame(attribute, before, value, scene) ? before : respelled(attribute, value, scene);
  if (attribute.default !== undefined) return attribute.default;
  return attribute.computed && prior === null ? UNKNOWN : null;
}

function planNested(nested: NestedBlock, name: string, { prior, proposed, config }: Versions, scene: Scene): Value {
  const value = proposed[name] ?? null;
  if (isUnknown(value)) return value;
  const before = prior?.[name] ?? null;
  if (nested.nesting === 'single') return isObject(value) ? planElement(nested, before, value, config[name], scene) : null;

  const elements = objectsOf(value);
  const configured = objectsOf(config[name]);
  if (elements.length === 0 && nested.made) return prior === null ? UNKNOWN : before;
  const earlier = objectsOf(before);
  return elements.map((element, index) => {
    if (nested.nesting === 'list') return planElement(nested, earlier[index] ?? null, element, configured[index], scene);
    const same = earlier.find((candidate) => sameValue(candidate, element));
    const planned = planElement(nested, same ?? null, element, configured[index], scene);
    // Elements of a set have no place of their own: one that says nothing else than an earlier one is that one.
    return same ? planned : (earlier.find((candidate) => agrees(planned, candidate)) ?? planned);
  });
}

/** Whether a plan says nothing that contradicts what is there; what is unknown in it may be anything. */
function agrees(planned: Value, there: Value): boolean {
  if (isUnknown(planned)) return true;
  if (isObject(planned) && isObject(there)) return Object.entries(planned).every(([name, value]) => agrees(value, there[name] ?? null));
  return sameValue(planned, there, true);
}

function planElement(nested: NestedBlock, prior: Value, proposed: ObjectValue, config: Value | undefined, scene: Scene): ObjectValue {
  return planBlock(nested.block, { prior: isObject(prior) ? prior : null, proposed, config: isObject(config) ? config : {} }, scene);
}

function respelled(attribute: Attribute, value: Value, scene: Scene): Value {
  return attribute.respelled && attribute.spelling && typeof value === 'string' ? attribute.spelling(value, scene) : value;
}

function isSame(attribute: Attribute, before: Value, value: Value, scene: Scene): boolean {
  if (before === null || isUnknown(value)) return false;
  if (typeof before === 'string' && typeof value === 'string' && attribute.spelling) {
    return attribute.spelling(before, scene) === attribute.spelling(value, scene);
  }
  return sameValue(before, value, attribute.type[0] === 'set');
}
