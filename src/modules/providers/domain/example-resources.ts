import { parseResource } from './parse-resource';
import type { ResourceDefinition, ResourceExample } from './resource-definition';
import type { ResourceRequest } from './resource-request';

/**
 * A kind's example as resources, those it refers to first.
 * @throws Error where the example is not accepted: the kind is wrong about itself.
 */
export function exampleResources({ kind, example }: ResourceDefinition, kinds: ReadonlyMap<string, ResourceDefinition>, zones: readonly string[]): readonly ResourceRequest[] {
  const all: readonly (Pick<ResourceExample, 'name' | 'values'> & { readonly kind: string })[] = [...(example.alongside ?? []), { kind, ...example }];
  return all.reduce<readonly ResourceRequest[]>((existing, { kind: one, name, values }) => {
    const definition = kinds.get(one);
    if (!definition) throw new Error(`The example of ${kind} needs a ${one}, which its provider does not have`);
    const parsed = parseResource(definition, { name, ...values }, { zones, existing });
    if (!parsed.ok) throw new Error(`The example of ${kind} is not accepted: ${parsed.failure.message}`);
    return [...existing, parsed.value];
  }, []);
}
