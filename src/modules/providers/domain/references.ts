import { traitsByName } from './field';
import type { ResourceDefinition } from './resource-definition';
import type { ResourceRequest } from './resource-request';
import { visible } from './visible-text';

/** A reference of one resource to another by the other's name. */
export interface Reference {
  readonly argument: string;
  /** The kind it must be. */
  readonly kind: string;
  readonly name: string;
}

/** The references among a resource's arguments. */
export function referencesOf(definition: ResourceDefinition, args: ResourceRequest['args']): readonly Reference[] {
  return [...traitsByName(definition.args)].flatMap(([argument, { question: { references: kind } }]) => {
    const name = args[argument];
    return kind !== undefined && typeof name === 'string' ? [{ argument, kind, name }] : [];
  });
}

/** Why a reference does not hold among the other resources, as a phrase that follows the name; undefined where it does. */
export function whyBroken({ kind, name }: Reference, from: { readonly kind: string; readonly name: string }, resources: readonly ResourceRequest[]): string | undefined {
  if (from.kind === kind && from.name === name) return 'is this resource itself';
  if (resources.some((resource) => resource.kind === kind && resource.name === name)) return undefined;
  const candidates = resources.filter((resource) => resource.kind === kind && !(from.kind === kind && resource.name === from.name));
  const there = candidates.length > 0 ? `there is: ${candidates.map((resource) => visible(resource.name)).join(', ')}` : `add a ${kind} first, or leave it empty`;
  const other = resources.find((resource) => resource.name === name);
  return `${other ? `is a ${other.kind}, not a ${kind}` : `is no ${kind} of this session`}; ${there}`;
}

type Node = readonly [ResourceRequest, ResourceDefinition];

/** The first circle of references, as the resources on it in order and the first again at the end; undefined where there is none. */
export function circleAmong(resources: readonly Node[]): readonly ResourceRequest[] | undefined {
  const finished = new Set<ResourceRequest>();
  const walk = (node: Node, path: readonly ResourceRequest[]): readonly ResourceRequest[] | undefined => {
    const [resource, definition] = node;
    const at = path.indexOf(resource);
    if (at >= 0) return [...path.slice(at), resource];
    if (finished.has(resource)) return undefined;
    for (const { kind, name } of referencesOf(definition, resource.args)) {
      const next = resources.find(([one]) => one.kind === kind && one.name === name);
      const circle = next && walk(next, [...path, resource]);
      if (circle) return circle;
    }
    finished.add(resource);
    return undefined;
  };
  for (const node of resources) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return undefined;
}
