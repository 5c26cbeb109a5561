import type { RealBlock } from './real-schema';

type Body = Readonly<Record<string, unknown>>;

/** What a rendered body has that the real schema does not take, and lacks that it asks. */
export function renderedFaults(body: Body, { attributes = {}, block_types: blocks = {} }: RealBlock, at: string): readonly string[] {
  const required = Object.entries(attributes).filter(([name, { required: needed }]) => needed && !(name in body)).map(([name]) => `${at}.${name} is required`);
  const missing = Object.entries(blocks).filter(([name, { min_items: min = 0 }]) => min > 0 && !(name in body)).map(([name]) => `${at}.${name} is required`);
  const present = Object.entries(body).filter(([name]) => !META_ARGUMENTS.includes(name)).flatMap(([name, value]) => {
    const path = `${at}.${name}`;
    const attribute = attributes[name];
    if (attribute) return attribute.required || attribute.optional ? typeFaults(value, attribute.type, path) : [`${path} cannot be set`];
    const nested = blocks[name];
    if (!nested) return [`${path} is not there`];
    const bodies = (Array.isArray(value) ? value : [value]) as Body[];
    const tooMany = bodies.length > (nested.max_items || Infinity) ? [`${path} has too many blocks`] : [];
    return [...tooMany, ...bodies.flatMap((inner) => renderedFaults(inner, nested.block, path))];
  });
  return [...required, ...missing, ...present];
}

/** What every Terraform resource takes, whatever its provider. */
const META_ARGUMENTS = ['depends_on', 'lifecycle'];

function typeFaults(value: unknown, type: unknown, path: string): readonly string[] {
  if (typeof value === 'string' && /^\$\{[^}]*\}$/.test(value)) return [];
  const [outer, inner] = (Array.isArray(type) ? type : [type]) as readonly unknown[];
  if (outer === 'map') return Object.entries(value as object).flatMap(([key, one]) => typeFaults(one, inner, `${path}.${key}`));
  if (outer === 'list' || outer === 'set') return Array.isArray(value) ? value.flatMap((one) => typeFaults(one, inner, path)) : [`${path} is not a ${outer}`];
  if (outer === 'object') return objectFaults(value, inner as Body, path);
  const found = typeof value === 'boolean' ? 'bool' : typeof value;
  return found === outer ? [] : [`${path} is a ${found}, not a ${String(outer)}`];
}

function objectFaults(value: unknown, members: Body, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path} is not an object`];
  return Object.entries(value).flatMap(([name, one]) => (name in members ? typeFaults(one, members[name], `${path}.${name}`) : [`${path}.${name} is not there`]));
}
