import type { Attribute, AttributeRules, AttributeType, Block, NestedBlock, NestedBlockRules } from './schema';

export const listOf = (element: AttributeType): AttributeType => ['list', element];
export const setOf = (element: AttributeType): AttributeType => ['set', element];
export const mapOf = (element: AttributeType): AttributeType => ['map', element];

/** Must be in the configuration. */
export function required(type: AttributeType, rules: AttributeRules = {}): Attribute {
  return { type, required: true, ...rules };
}

/** May be in the configuration; null, or its default, where it is not. */
export function optional(type: AttributeType, rules: AttributeRules = {}): Attribute {
  return { type, optional: true, ...rules };
}

/** Only the cloud says it. */
export function computed(type: AttributeType, rules: AttributeRules = {}): Attribute {
  return { type, computed: true, ...rules };
}

/** May be in the configuration; the cloud says it where it is not. */
export function optionalComputed(type: AttributeType, rules: AttributeRules = {}): Attribute {
  return { type, optional: true, computed: true, ...rules };
}

/** The content of a block: its attributes, then the blocks inside it. */
export function block(attributes: Record<string, Attribute>, blocks: Record<string, NestedBlock> = {}): Block {
  return { attributes, blocks };
}

export function listBlock(content: Block, rules: NestedBlockRules = {}): NestedBlock {
  return { nesting: 'list', block: content, ...rules };
}

export function setBlock(content: Block, rules: NestedBlockRules = {}): NestedBlock {
  return { nesting: 'set', block: content, ...rules };
}

/** A block that stands at most once. */
export function oneBlock(content: Block, rules: NestedBlockRules = {}): NestedBlock {
  return listBlock(content, { max: 1, ...rules });
}

/** The `timeouts` block that every resource of a provider accepts. */
export function timeouts(...actions: ('create' | 'read' | 'update' | 'delete')[]): NestedBlock {
  return { nesting: 'single', block: block(Object.fromEntries(actions.map((action) => [action, optional('string')]))) };
}
