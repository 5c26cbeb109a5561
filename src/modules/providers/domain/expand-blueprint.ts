import { ok, type Result } from '../../../shared';
import type { Blueprint, BlueprintResource } from './blueprint';
import type { ArgumentFailure, DuplicateNameFailure } from './failures';
import { traitsByName } from './field';
import { parseResource } from './parse-resource';
import type { ResourceDefinition } from './resource-definition';
import type { ResourceRequest } from './resource-request';

/** The resources of a blueprint as a provider with these kinds makes them. */
export function expandBlueprint(
  { resources }: Blueprint,
  kinds: ReadonlyMap<string, ResourceDefinition>,
  zones: readonly string[],
): Result<readonly ResourceRequest[], ArgumentFailure | DuplicateNameFailure> {
  const made: ResourceRequest[] = [];
  for (const resource of resources) {
    const definition = kinds.get(resource.kind);
    if (!definition) continue;
    const parsed = parseResource(definition, { name: resource.name, ...answersTo(definition, resource) }, { zones, existing: made });
    if (!parsed.ok) return parsed;
    made.push(parsed.value);
  }
  return ok(made);
}

function answersTo({ args }: ResourceDefinition, { values }: BlueprintResource): Readonly<Record<string, string>> {
  const asked = traitsByName(args);
  return Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)));
}
