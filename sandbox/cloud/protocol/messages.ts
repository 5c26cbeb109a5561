import { bool, bytes, int, mapOf, message, optionalInt, repeated, string, type Message } from './message';

/** Severities of a diagnostic. */
export const ERROR = 1;
export const WARNING = 2;

/** How blocks of one name are kept together. */
export const NESTING = { single: 1, list: 2, set: 3 } as const;

export interface DynamicValue {
  msgpack: Uint8Array;
  json: Uint8Array;
}
export const dynamicValue: Message<DynamicValue> = { msgpack: bytes(1), json: bytes(2) };

export interface PathStep {
  attributeName: string;
  elementKeyString: string;
  elementKeyInt: number | undefined;
}
// The steps are alternatives: exactly one is written.
const pathStep: Message<PathStep> = { attributeName: string(1), elementKeyString: string(2), elementKeyInt: optionalInt(3) };

export interface AttributePath {
  steps: PathStep[];
}
export const attributePath: Message<AttributePath> = { steps: repeated(1, () => pathStep) };

export interface Diagnostic {
  severity: number;
  summary: string;
  detail: string;
  attribute: AttributePath | undefined;
}
export const diagnostic: Message<Diagnostic> = {
  severity: int(1),
  summary: string(2),
  detail: string(3),
  attribute: message(4, () => attributePath),
};

export interface AttributeMessage {
  name: string;
  /** The type, as JSON text. */
  type: Uint8Array;
  required: boolean;
  optional: boolean;
  computed: boolean;
  sensitive: boolean;
  deprecated: boolean;
  writeOnly: boolean;
}
const attributeMessage: Message<AttributeMessage> = {
  name: string(1),
  type: bytes(2),
  required: bool(4),
  optional: bool(5),
  computed: bool(6),
  sensitive: bool(7),
  deprecated: bool(9),
  writeOnly: bool(11),
};

export interface NestedBlockMessage {
  typeName: string;
  block: BlockMessage | undefined;
  nesting: number;
  minItems: number;
  maxItems: number;
}
export interface BlockMessage {
  version: number;
  attributes: AttributeMessage[];
  blocks: NestedBlockMessage[];
}
const nestedBlockMessage: Message<NestedBlockMessage> = {
  typeName: string(1),
  block: message(2, () => blockMessage),
  nesting: int(3),
  minItems: int(4),
  maxItems: int(5),
};
const blockMessage: Message<BlockMessage> = {
  version: int(1),
  attributes: repeated(2, () => attributeMessage),
  blocks: repeated(3, () => nestedBlockMessage),
};

export interface SchemaMessage {
  version: number;
  block: BlockMessage | undefined;
}
export const schemaMessage: Message<SchemaMessage> = { version: int(1), block: message(2, () => blockMessage) };

export interface Capabilities {
  planDestroy: boolean;
  /** Terraform need not ask for the schema again in the same run. */
  getProviderSchemaOptional: boolean;
}
export const capabilities: Message<Capabilities> = { planDestroy: bool(1), getProviderSchemaOptional: bool(2) };

export interface ProviderSchemaAnswer {
  provider: SchemaMessage | undefined;
  resources: Record<string, SchemaMessage>;
  diagnostics: Diagnostic[];
  capabilities: Capabilities | undefined;
}
export const providerSchemaAnswer: Message<ProviderSchemaAnswer> = {
  provider: message(1, () => schemaMessage),
  resources: mapOf(2, () => schemaMessage),
  diagnostics: repeated(4, () => diagnostic),
  capabilities: message(6, () => capabilities),
};
