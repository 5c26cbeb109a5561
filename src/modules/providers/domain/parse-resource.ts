import { fail, failure, ok, type Result } from '../../../shared';
import type { ArgumentFailure, DuplicateNameFailure } from './failures';
import { readAnswers, refusal, type Fault } from './read-arguments';
import { referencesOf, whyBroken } from './references';
import type { ResourceDefinition } from './resource-definition';
import { acceptedNames, whyNotName } from './resource-name';
import type { ResourceRequest } from './resource-request';
import { traitsByName } from './field';
import { visible } from './visible-text';

export interface ParseContext {
  /** The zones of the session's region. */
  readonly zones: readonly string[];
  /** The other resources of the session. */
  readonly existing: readonly ResourceRequest[];
}

/** Makes a resource of answers, `name` among them, or tells everything that is wrong with them. */
export function parseResource(
  definition: ResourceDefinition,
  values: Readonly<Record<string, string>>,
  { zones, existing }: ParseContext,
): Result<ResourceRequest, ArgumentFailure | DuplicateNameFailure> {
  const { name: typedName = '', ...answers } = values;
  const name = typedName.trim();
  const read = readAnswers(definition, zones, answers);
  const { kind } = definition;
  const misnamed = nameFaults(definition, name);
  const dangling = read.args ? referenceFaults(definition, { kind, name, args: read.args }, existing) : [];
  const [first, ...more] = [...misnamed, ...read.faults, ...dangling];
  const taken = existing.some((resource) => resource.kind === kind && resource.name === name);
  const duplicate = taken ? [`Name: there is already a ${kind} called “${name}” in this session. Choose another name.`] : [];
  if (first) return fail(failure('RESOURCE.INVALID_ARGUMENT', [...duplicate, ...[first, ...more].map(({ line }) => line)].join('\n'), taken ? 'name' : first.field));
  if (taken) return fail(failure('RESOURCE.DUPLICATE_NAME', duplicate.join('\n'), 'name'));
  return ok(Object.freeze({ kind, name, args: Object.freeze(read.args ?? {}) }));
}

function nameFaults(definition: ResourceDefinition, name: string): readonly Fault[] {
  const reason = name === '' ? '' : whyNotName(definition, name);
  return reason === undefined ? [] : [{ field: 'name', line: refusal('Name', name === '' ? undefined : name, reason, acceptedNames(definition)) }];
}

function referenceFaults(definition: ResourceDefinition, resource: ResourceRequest, existing: readonly ResourceRequest[]): readonly Fault[] {
  const fields = traitsByName(definition.args);
  return referencesOf(definition, resource.args).flatMap((reference) => {
    const reason = whyBroken(reference, resource, existing);
    const label = fields.get(reference.argument)?.question.label ?? reference.argument;
    return reason === undefined ? [] : [{ field: reference.argument, line: `${label}: “${visible(reference.name)}” ${reason}.` }];
  });
}
