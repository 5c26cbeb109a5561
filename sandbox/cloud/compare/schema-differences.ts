import type { Attribute, Block } from '../engine/schema';
import type { RealAttribute, RealBlock } from './real-schema';

/** Every attribute and block of ours that the real schema lacks or has otherwise: name, type, required, optional, computed. */
export function schemaDifferences(ours: Block, real: RealBlock | undefined, at = ''): string[] {
  const attributes = Object.entries(ours.attributes).flatMap(([name, attribute]) => {
    const theirs = real?.attributes?.[name];
    return JSON.stringify(facts(attribute)) === JSON.stringify(theirs && realFacts(theirs)) ? [] : [`${at}${name}`];
  });
  const blocks = Object.entries(ours.blocks).flatMap(([name, nested]) => {
    const theirs = real?.block_types?.[name];
    const same = theirs?.nesting_mode === nested.nesting && (theirs.min_items ?? 0) === (nested.min ?? 0) && (theirs.max_items ?? 0) === (nested.max ?? 0);
    return [...(same ? [] : [`${at}${name}`]), ...schemaDifferences(nested.block, theirs?.block, `${at}${name}.`)];
  });
  return [...attributes, ...blocks];
}

/** Every attribute that the real schema requires and ours lacks. */
export function missingRequired(ours: Block, real: RealBlock | undefined, at = ''): string[] {
  const attributes = Object.entries(real?.attributes ?? {}).flatMap(([name, { required }]) => (required && !ours.attributes[name] ? [`${at}${name}`] : []));
  const blocks = Object.entries(ours.blocks).flatMap(([name, nested]) => missingRequired(nested.block, real?.block_types?.[name]?.block, `${at}${name}.`));
  return [...attributes, ...blocks];
}

function facts({ type, required, optional, computed, sensitive, deprecated, writeOnly }: Attribute): unknown[] {
  return [type, !!required, !!optional, !!computed, !!sensitive, !!deprecated, !!writeOnly];
}

function realFacts({ type, required, optional, computed, sensitive, deprecated, write_only: writeOnly }: RealAttribute): unknown[] {
  return [type, !!required, !!optional, !!computed, !!sensitive, !!deprecated, !!writeOnly];
}
