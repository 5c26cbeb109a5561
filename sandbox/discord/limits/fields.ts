import { z, type core } from 'zod';
import { invalidForms, type DiscordError } from './discord-error';

/** How Discord counts: characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Adds a fault with Discord's own code. */
export function fault(context: core.$RefinementCtx, code: string, message: string, path: PropertyKey[] = []): void {
  context.issues.push({ code: 'custom', message, path, params: { discord: code }, input: undefined });
}

function badLength(min: number, max: number): [code: string, message: string] {
  if (min === 0) return ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`];
  return ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`];
}

/** Text of a length. */
export function text(min: number, max: number): z.ZodString {
  return z.string().superRefine((value, context) => {
    const length = lengthOf(value);
    if (length < min || length > max) fault(context, ...badLength(min, max));
  });
}

/** A list with so many entries. */
export function list<T extends z.ZodType>(item: T, min: number, max: number): z.ZodArray<T> {
  return z.array(item).superRefine((value, context) => {
    if (value.length < min || value.length > max) fault(context, ...badLength(min, max));
  });
}

/** A whole number in a range. */
export function whole(min: number, max: number): z.ZodNumber {
  return z.number().superRefine((value, context) => {
    if (!Number.isInteger(value)) fault(context, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    else if (value < min) fault(context, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    else if (value > max) fault(context, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  });
}

/** One of a few numbers. */
export function oneOf<const T extends number>(...allowed: T[]): z.ZodType<T> {
  return z.custom<T>((value) => allowed.some((one) => one === value), {
    message: `Value must be one of {${allowed.join(', ')}}.`,
    params: { discord: 'BASE_TYPE_CHOICES' },
  });
}

export const snowflake = z.string().superRefine((value, context) => {
  if (!/^\d{1,20}$/.test(value)) fault(context, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
});

/** Parses a request's body, or refuses it as Discord does: "Invalid Form Body", with the fields at fault. */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown, at: PropertyKey[] = []): T {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw formError(parsed.error, at);
}

function formError(error: z.ZodError, at: PropertyKey[]): DiscordError {
  return invalidForms(error.issues.map((issue) => ({ path: [...at, ...issue.path], ...inDiscordsWords(issue) })));
}

const TYPE_FAULTS: Record<string, [code: string, message: string]> = {
  object: ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not int.'],
  string: ['STRING_TYPE_CONVERT', 'Could not interpret the value as string.'],
};

function inDiscordsWords(issue: core.$ZodIssue): { code: string; message: string } {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['discord'];
    if (issue.input === undefined && code === 'BASE_TYPE_CHOICES') return required;
    return { code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID', message: issue.message };
  }
  if (issue.input === undefined) return required;
  if (issue.code === 'invalid_union') return { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of the types allowed here.' };
  if (issue.code === 'invalid_type') {
    const [code, message] = TYPE_FAULTS[issue.expected] ?? ['BASE_TYPE_INVALID', issue.message];
    return { code, message };
  }
  return { code: 'BASE_TYPE_INVALID', message: issue.message };
}

const required = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
