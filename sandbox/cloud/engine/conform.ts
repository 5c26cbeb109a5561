import type { AttributeType, Block } from './schema';
import { isObject, type ObjectValue, type Value } from './value';

/** Makes a stored object fit its schema: what is missing becomes null or no blocks, what the schema lacks is dropped. */
export function conform(block: Block, stored: ObjectValue): ObjectValue {
  const result: ObjectValue = {};
  for (const [name, attribute] of Object.entries(block.attributes)) {
    result[name] = attribute.writeOnly ? null : (stored[name] ?? null);
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const value = stored[name] ?? null;
    if (nested.nesting === 'single') result[name] = isObject(value) ? conform(nested.block, value) : null;
    else result[name] = Array.isArray(value) ? value.filter(isObject).map((element) => conform(nested.block, element)) : [];
  }
  return result;
}

/** What stands where a cloud has nothing to say: the type's own zero. */
export function zeroOf(type: AttributeType): Value {
  if (type === 'string') return '';
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  if (type[0] === 'map') return {};
  if (type[0] === 'object') return Object.fromEntries(Object.entries(type[1]).map(([name, member]) => [name, zeroOf(member)]));
  return [];
}
