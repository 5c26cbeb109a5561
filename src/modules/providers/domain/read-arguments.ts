import type { z } from 'zod';
import { ADVANCED, readAdvanced } from './advanced-field';
import { traitsByName, type FieldTraits } from './field';
import type { JsonObject, JsonValue } from './json';
import type { ResourceDefinition } from './resource-definition';
import { visible } from './visible-text';

/** A wrong argument, told in one line: the field, the value, and what is accepted. */
export interface Fault {
  readonly field: string;
  readonly line: string;
}

/** Arguments checked against their kind, defaults filled in; or everything that is wrong with them. */
export type ReadArguments = { readonly args: JsonObject; readonly faults: readonly [] } | { readonly args?: undefined; readonly faults: readonly [Fault, ...Fault[]] };

/** Reads arguments as a person typed them, those in `advanced` among them. White space around an answer is not part of it, and a blank one is none. */
export function readAnswers(definition: ResourceDefinition, zones: readonly string[], answers: Readonly<Record<string, string>>): ReadArguments {
  const fields = traitsByName(definition.args);
  const typed = Object.entries(answers).map(([name, text]) => [name, text.trim()] as const).filter(([name, text]) => text !== '' && name !== ADVANCED);
  const own = Object.fromEntries(typed.map(([name, text]) => [name, converted(fields.get(name), text)]));
  const advanced = readAdvanced(definition, answers[ADVANCED]?.trim() || '{}');
  if (advanced.fault !== undefined) return { faults: [{ field: ADVANCED, line: advanced.fault }, ...readArguments(definition, zones, own).faults] };
  // A flag or number may stand as text in JSON too.
  const more = Object.entries(advanced.values).map(([name, value]) => [name, typeof value === 'string' ? converted(fields.get(name), value.trim()) : value] as const);
  return readArguments(definition, zones, { ...own, ...Object.fromEntries(more) });
}

/** Reads arguments as they were stored. */
export function readArguments(definition: ResourceDefinition, zones: readonly string[], stored: JsonObject): ReadArguments {
  const fields = traitsByName(definition.args);
  const strangers = Object.keys(stored).filter((name) => !fields.has(name)).map((name) => ({
    field: name, line: `“${visible(name)}” is no argument of ${definition.kind}. Accepted: ${['name', ...fields.keys()].join(', ')}.`,
  }));
  const parsed = definition.args.safeParse(stored);
  const wrong = parsed.success ? wrongZones(fields, parsed.data, zones) : wrongValues(fields, parsed.error.issues, stored);
  const [first, ...more] = [...strangers, ...wrong];
  if (first) return { faults: [first, ...more] };
  if (!parsed.success) throw new Error(`Arguments of ${definition.kind} are refused without a reason: ${parsed.error.message}`);
  return { args: present(parsed.data), faults: [] };
}

/** The line for a value that is refused: `reason` is a phrase that follows it, `accepts` ends the sentence. */
export function refusal(label: string, value: JsonValue | undefined, reason: string, accepts: string): string {
  if (value === undefined) return `${label} is missing. Accepted: ${accepts}.`;
  return `${label}: “${visible(typeof value === 'string' ? value : JSON.stringify(value))}” ${reason}. Accepted: ${accepts}.`;
}

type Fields = ReadonlyMap<string, FieldTraits>;

function converted(traits: FieldTraits | undefined, text: string): JsonValue {
  const type = traits?.question.type;
  if (type === 'number' && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === 'flag' && /^(yes|no)$/i.test(text)) return text.toLowerCase() === 'yes';
  if (type === 'choice') return traits?.question.choices?.find(({ value }) => value.toLowerCase() === text.toLowerCase())?.value ?? text;
  return text;
}

function wrongValues(fields: Fields, issues: readonly z.core.$ZodIssue[], stored: JsonObject): readonly Fault[] {
  const reasons = new Map(issues.toReversed().map((issue) => [String(issue.path[0]), issue.code === 'custom' ? issue.message : 'is not accepted']));
  const single = [...fields].flatMap(([name, { question: { label }, accepts }]) => {
    const reason = reasons.get(name);
    return reason === undefined ? [] : [{ field: name, line: refusal(label, Object.hasOwn(stored, name) ? stored[name] : undefined, reason, accepts) }];
  });
  if (single.length > 0) return single;
  // A rule over several arguments has no argument of its own to blame, and says something once each of them is right.
  return issues.filter(({ code, path }) => code === 'custom' && path.length === 0).map(({ message }) => ({ field: 'name', line: message }));
}

function wrongZones(fields: Fields, args: Readonly<Record<string, unknown>>, zones: readonly string[]): readonly Fault[] {
  return [...fields].flatMap(([name, { question: { label }, zone }]) => {
    const value = args[name];
    if (!zone || typeof value !== 'string' || zones.includes(value)) return [];
    return [{ field: name, line: refusal(label, value, 'is not a zone of the region', zones.join(', ') || 'none, this cloud has no zones') }];
  });
}

function present(args: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(args).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
