import type { CloudProvider } from './cloud-provider';
import type { DeploymentLabels } from './deployment-labels';
import { referencesOf } from './references';
import type { RenderContext, ResourceDefinition } from './resource-definition';
import type { ResourceRequest } from './resource-request';
import { renderTerraformJson, type Expression, type TerraformBlock, type TerraformText } from './terraform-json';

/** The oldest Terraform whose plan the engine reads; OpenTofu counts on from it. */
const REQUIRED_VERSION = '>= 1.6';

/** What a configuration is made of. Arguments and references have been checked before. */
export interface ConfigurationParts {
  readonly provider: CloudProvider;
  readonly kinds: ReadonlyMap<string, ResourceDefinition>;
  readonly region: string;
  readonly resources: readonly ResourceRequest[];
  readonly labels: DeploymentLabels;
}

/** Renders a configuration. There is no backend block: the state is a local file while Terraform runs. */
export function renderConfiguration(parts: ConfigurationParts): TerraformText {
  const { provider, region, resources, labels } = parts;
  const { localName, source, version } = provider.terraform;
  const foundation = provider.foundation?.({ region, deployment: labels.deployment, labels: provider.labels(labels) }) ?? [];
  return renderTerraformJson([
    { path: ['terraform'], body: { required_version: REQUIRED_VERSION, required_providers: { [localName]: { source, version } } } },
    { path: ['provider', localName], body: provider.providerBlock({ region }) },
    ...foundation.map(({ type, label, body }) => ({ path: ['resource', type, label], body })),
    ...resources.flatMap((resource) => resourceBlocks(parts, resource)),
  ]);
}

/** The addresses of what each resource becomes, by kind and name. */
export function addressesOf(parts: ConfigurationParts): readonly { readonly kind: string; readonly name: string; readonly addresses: readonly string[] }[] {
  const sorted = parts.resources.toSorted((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
  return sorted.map((resource) => ({
    kind: resource.kind, name: resource.name,
    addresses: definitionOf(parts, resource.kind).render(contextOf(parts, resource)).blocks.map(({ type, part }) => `${type}.${labelOf(resource.name, part)}`),
  }));
}

function labelOf(name: string, part: string | undefined): string {
  return part === undefined ? name : `${name}_${part}`;
}

function resourceBlocks(parts: ConfigurationParts, resource: ResourceRequest): readonly TerraformBlock[] {
  const { kind, name } = resource;
  const { blocks, outputs } = definitionOf(parts, kind).render(contextOf(parts, resource));
  return [
    ...blocks.map(({ type, part, body }) => ({ path: ['resource', type, labelOf(name, part)], body })),
    ...outputs.map((output) => ({
      path: ['output', `${kind}_${name}_${output.name}`],
      body: { value: output.value, description: output.description, sensitive: output.sensitive },
    })),
  ];
}

function contextOf(parts: ConfigurationParts, { kind, name, args }: ResourceRequest): RenderContext<ResourceRequest['args']> {
  const { provider, region, labels } = parts;
  const references = new Map(referencesOf(definitionOf(parts, kind), args).map((reference) => [reference.argument, reference]));
  return {
    name, args, region, environment: labels.environment, zones: provider.zonesOf(region), labels: provider.labels(labels), deployment: labels.deployment,
    referenced(argument): Readonly<Record<string, Expression>> | undefined {
      const reference = references.get(argument);
      if (!reference) return undefined;
      const target = parts.resources.find((resource) => resource.kind === reference.kind && resource.name === reference.name);
      return target && definitionOf(parts, target.kind).handles?.(target.name, target.args);
    },
  };
}

function definitionOf({ kinds }: ConfigurationParts, kind: string): ResourceDefinition {
  const definition = kinds.get(kind);
  if (!definition) throw new Error(`Rendering an unknown kind: ${kind}`);
  return definition;
}
