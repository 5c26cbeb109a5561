import { z } from 'zod';

/** An attribute as `terraform providers schema -json` tells it. */
const attribute = z.looseObject({
  type: z.unknown(),
  required: z.boolean().optional(),
  optional: z.boolean().optional(),
  computed: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  deprecated: z.boolean().optional(),
  write_only: z.boolean().optional(),
});

export type RealAttribute = z.infer<typeof attribute>;

export interface RealBlock {
  readonly attributes?: Readonly<Record<string, RealAttribute>>;
  readonly block_types?: Readonly<Record<string, RealNestedBlock>>;
}

export interface RealNestedBlock {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: RealBlock;
}

const block: z.ZodType<RealBlock> = z.lazy(() => z.looseObject({
  attributes: z.record(z.string(), attribute).optional(),
  block_types: z.record(z.string(), z.looseObject({ nesting_mode: z.string(), min_items: z.number().optional(), max_items: z.number().optional(), block })).optional(),
}));

const answer = z.looseObject({
  provider_schemas: z.record(z.string(), z.looseObject({
    provider: z.looseObject({ block: block.optional() }).optional(),
    resource_schemas: z.record(z.string(), z.looseObject({ version: z.number(), block })).optional(),
  })),
});

/** A provider's own settings and resource types, as the real provider declares them. */
export interface RealProvider {
  readonly block: RealBlock;
  readonly resources: Readonly<Record<string, { readonly version: number; readonly block: RealBlock }>>;
}

/**
 * Reads an answer of `terraform providers schema -json`: providers by the last part of their source, such as `google`.
 * @throws ZodError where it is something else.
 */
export function readRealSchemas(json: string): ReadonlyMap<string, RealProvider> {
  const { provider_schemas: schemas } = answer.parse(JSON.parse(json));
  return new Map(Object.entries(schemas).map(([source, { provider, resource_schemas: resources = {} }]) => [source.slice(source.lastIndexOf('/') + 1), { block: provider?.block ?? {}, resources }]));
}
