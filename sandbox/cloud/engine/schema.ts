import type { ObjectStore } from './object-store';
import type { ObjectValue, Value } from './value';

/** A type as Terraform writes it in JSON. */
export type AttributeType = 'string' | 'number' | 'bool' | ['list' | 'set' | 'map', AttributeType] | ['object', Record<string, AttributeType>];

/** What a rule of a schema may look at. */
export interface Scene {
  /** The whole resource, as far as it is known. */
  readonly object: ObjectValue;
  /** The block that the attribute stands in: the resource itself, or one of its nested blocks. */
  readonly block: ObjectValue;
  /** The resource before this change; null when it is being created. */
  readonly prior: ObjectValue | null;
  /** The provider's own settings, from its block and the environment. */
  readonly settings: ObjectValue;
  /** Everything else in the cloud. */
  readonly cloud: ObjectStore;
}

/** Another object that an attribute names. */
export interface Reference {
  readonly type: string;
  /** The id of the object that this text names. */
  readonly id: (text: string, scene: Scene) => string;
}

export interface AttributeRules {
  readonly sensitive?: true;
  /** Given in the configuration, never kept in a state. */
  readonly writeOnly?: true;
  readonly deprecated?: true;
  /** Changing it makes a new object in place of the old one. */
  readonly replaces?: true;
  /** What the provider plans where the configuration is silent. */
  readonly default?: Value;
  /** The same, worked out; undefined where it cannot be. */
  readonly planned?: (scene: Scene) => Value | undefined;
  /** What the cloud answers for a value that is known only after the apply. */
  readonly made?: (scene: Scene) => Value;
  /** Made anew at each update. */
  readonly renewed?: true;
  /** The one spelling of several that the cloud stores; two texts with the same spelling are no change. */
  readonly spelling?: (text: string, scene: Scene) => string;
  /** The provider spells it so by itself: the plan shows that spelling already. */
  readonly respelled?: true;
  readonly refersTo?: Reference;
  /** What is wrong with the configured value, in the provider's words. */
  readonly check?: (value: Value, name: string) => string | undefined;
}

export interface Attribute extends AttributeRules {
  readonly type: AttributeType;
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
}

export interface Block {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks: Readonly<Record<string, NestedBlock>>;
}

export interface NestedBlockRules {
  readonly min?: number;
  readonly max?: number;
  /** Another number of these blocks makes a new object in place of the old one. */
  readonly replaces?: true;
  /** Where the configuration has none, the cloud answers with these. */
  readonly made?: (scene: Scene) => ObjectValue[];
}

export interface NestedBlock extends NestedBlockRules {
  readonly nesting: 'single' | 'list' | 'set';
  readonly block: Block;
}

export interface Latency {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

/** One Terraform resource type, whole: its schema and how the cloud treats it. */
export interface ResourceKind extends Block {
  readonly type: string;
  /** What the provider calls it in its errors: `Error creating Network: …`. */
  readonly label: string;
  readonly version: number;
  /** How long the cloud takes, in milliseconds. */
  readonly latency: Latency;
  readonly id: (scene: Scene) => string;
  /** Every text by which `terraform import` may name the object, beside its id. */
  readonly importedAs?: (object: ObjectValue) => string[];
  /** What is wrong with a configuration beyond its single attributes. */
  readonly validate?: (config: ObjectValue) => string[];
  /** Throws a CloudError where the cloud would turn down a creation or an update. */
  readonly admit?: (scene: Scene) => void;
  /** Throws a CloudError where the cloud would turn down a deletion. */
  readonly release?: (scene: Scene) => void;
  /** Objects that are there without anybody having made them. */
  readonly preexisting?: (id: string, cloud: ObjectStore) => boolean;
  /** The provider's words for an object that is already there, where they are special. */
  readonly alreadyExists?: (id: string) => string;
}

/** A provider: what it is called, its own settings, its resource types and how its errors sound. */
export interface ProviderDefinition {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly block: Block;
  /** Settings that the environment provides where the block is silent, by setting, first one set wins. */
  readonly environment: Readonly<Record<string, readonly string[]>>;
  readonly validate?: (settings: ObjectValue) => string[];
  readonly resources: readonly ResourceKind[];
  readonly errors: {
    readonly notFound: (id: string) => string;
    readonly alreadyExists: (id: string) => string;
    readonly inUse: (id: string, user: string) => string;
    /** Puts the failed activity before the cloud's own words. */
    readonly during: (action: 'create' | 'update' | 'delete' | 'read', kind: ResourceKind, words: string) => string;
  };
}
