import { fail, failure, ok, type Result } from '../../../shared';
import type { ArgumentFailure, DuplicateNameFailure, ReferenceFailure } from './failures';
import { readArguments, refusal } from './read-arguments';
import { circleAmong, referencesOf, whyBroken } from './references';
import type { ResourceDefinition } from './resource-definition';
import { acceptedNames, whyNotName } from './resource-name';
import type { ResourceRequest } from './resource-request';
import { visible } from './visible-text';

type Defined = readonly (readonly [ResourceRequest, ResourceDefinition])[];

/** Whether every reference names a resource that is there, of the right kind. */
export function checkReferences(resources: Defined): Result<void, ReferenceFailure> {
  const all = resources.map(([resource]) => resource);
  const broken = resources.flatMap(([resource, definition]) => referencesOf(definition, resource.args).flatMap((reference) => {
    const reason = whyBroken(reference, resource, all);
    if (reason === undefined) return [];
    const { argument } = reference;
    return [{ argument, line: `${resource.kind} “${visible(resource.name)}” refers to “${visible(reference.name)}” as its ${argument}, but that ${reason}.` }];
  }));
  const [first] = broken;
  if (first) return fail(failure('RESOURCE.BROKEN_REFERENCE', broken.map(({ line }) => line).join('\n'), first.argument));
  const circle = circleAmong(resources);
  if (!circle) return ok();
  const names = circle.map(({ kind, name }) => `${kind} “${visible(name)}”`);
  return fail(failure('RESOURCE.CIRCULAR_REFERENCE', `These refer to each other in a circle: ${names.join(' → ')}. Remove one of them, and add it again without the reference.`));
}

/** Stored resources, checked again against their kinds as they are today. Defaults that came later are filled in. */
export function checkStored(resources: Defined, zones: readonly string[]): Result<readonly ResourceRequest[], ArgumentFailure | DuplicateNameFailure> {
  const read = resources.map(([{ kind, name, args }, definition]) => {
    const misnamed = whyNotName(definition, name);
    const { args: checked, faults } = readArguments(definition, zones, args);
    const named = misnamed === undefined ? [] : [{ field: 'name', line: refusal('Name', name, misnamed, acceptedNames(definition)) }];
    return { resource: { kind, name, args: checked ?? {} }, faults: [...named, ...faults].map(({ field, line }) => ({ field, line: `${kind} “${visible(name)}”: ${line}` })) };
  });
  const faults = read.flatMap((one) => one.faults);
  const [first] = faults;
  if (first) return fail(failure('RESOURCE.INVALID_ARGUMENT', faults.map(({ line }) => line).join('\n'), first.field));
  const twice = resources.find(([{ kind, name }], at) => resources.findIndex(([other]) => other.kind === kind && other.name === name) !== at)?.[0];
  if (twice) return fail(failure('RESOURCE.DUPLICATE_NAME', `There are two resources of the kind ${twice.kind} called “${twice.name}”. Remove one of them.`, 'name'));
  return ok(read.map(({ resource }) => resource));
}
