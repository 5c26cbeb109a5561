import type { Block, ProviderDefinition } from '../engine/schema';
import { NESTING, type BlockMessage, type ProviderSchemaAnswer, type SchemaMessage } from '../protocol/messages';

/** A provider's schemas as Terraform asks for them. */
export function schemaAnswer(definition: ProviderDefinition): ProviderSchemaAnswer {
  return {
    provider: schemaMessage(0, definition.block),
    resources: Object.fromEntries(definition.resources.map((kind) => [kind.type, schemaMessage(kind.version, kind)])),
    diagnostics: [],
    capabilities: { planDestroy: true, getProviderSchemaOptional: true },
  };
}

function schemaMessage(version: number, block: Block): SchemaMessage {
  return { version, block: { ...blockMessage(block), version } };
}

function blockMessage(block: Block): BlockMessage {
  return {
    version: 0,
    attributes: Object.entries(block.attributes).map(([name, attribute]) => ({
      name,
      type: Buffer.from(JSON.stringify(attribute.type)),
      required: attribute.required ?? false,
      optional: attribute.optional ?? false,
      computed: attribute.computed ?? false,
      sensitive: attribute.sensitive ?? false,
      deprecated: attribute.deprecated ?? false,
      writeOnly: attribute.writeOnly ?? false,
    })),
    blocks: Object.entries(block.blocks).map(([typeName, nested]) => ({
      typeName,
      block: blockMessage(nested.block),
      nesting: NESTING[nested.nesting],
      minItems: nested.min ?? 0,
      maxItems: nested.max ?? 0,
    })),
  };
}
