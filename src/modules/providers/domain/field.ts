import { z } from 'zod';
import type { FormField } from './resource-form';
import { whyHostile } from './visible-text';

/** What a field is beside its zod schema: how it is asked, and in what words it is refused. */
export interface FieldTraits {
  /** The question a form shows. */
  readonly question: Omit<FormField, 'name'>;
  /** False leaves it to the form's `advanced` field. */
  readonly asked: boolean;
  /** Ends the sentence "Accepted: ...". */
  readonly accepts: string;
  /** True for a zone, which must lie in the region of the resource. */
  readonly zone?: true;
}

interface FieldOptions {
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly help?: string;
  readonly placeholder?: string;
  /** True where the form asks it by itself; else it is set through the form's `advanced` field. */
  readonly ask?: boolean;
}

interface TextOptions extends FieldOptions {
  readonly accepts: string;
  /** 200 where absent. */
  readonly maxLength?: number;
  /** Why a text is refused, as a phrase that follows it: `is not a range of private addresses`. */
  readonly check?: (text: string) => string | undefined;
}

const traitsOf = new WeakMap<object, FieldTraits>();

/** The traits a field builder gave this schema, which must stand in `args` as the builder returned it. */
export function fieldTraits(schema: object): FieldTraits | undefined {
  return traitsOf.get(schema);
}

/** The traits of every argument, in the order they are declared. */
export function traitsByName(args: z.ZodObject): ReadonlyMap<string, FieldTraits> {
  return new Map(Object.entries<object>(args.shape).map(([name, schema]) => {
    const traits = fieldTraits(schema);
    if (!traits) throw new Error(`The argument ${name} was not built with \`field\``);
    return [name, traits];
  }));
}

/** What a builder knows of its question beyond what the kind says. */
type Particulars = Omit<FormField, 'name' | 'label' | 'help' | 'placeholder'> & Pick<FieldTraits, 'accepts' | 'zone'>;

function withTraits<S extends object>(schema: S, { label, help, placeholder, ask = false }: FieldOptions, { accepts, zone: isZone, ...particulars }: Particulars): S {
  const question = { label, ...(help !== undefined && { help }), ...(placeholder !== undefined && { placeholder }), ...particulars };
  traitsOf.set(schema, Object.freeze({ question: Object.freeze(question), asked: ask, accepts, ...(isZone && { zone: isZone }) }));
  return schema;
}

function line(maxLength: number, check?: (text: string) => string | undefined): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    const reason = text.length > maxLength ? `is longer than ${maxLength} characters` : whyHostile(text) ?? check?.(text);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  });
}

/** A single line, required unless it has a default. */
function text(options: TextOptions & { readonly default?: string }): z.ZodType<string> {
  const { maxLength = 200, check, accepts, default: byDefault } = options;
  const schema = line(maxLength, check);
  if (byDefault === undefined) return withTraits(schema, options, { type: 'text', required: true, accepts, maxLength });
  return withTraits(schema.default(byDefault), options, { type: 'text', required: false, accepts, maxLength, defaultValue: byDefault });
}

/** A single line that may be left out. */
function optionalText(options: TextOptions): z.ZodType<string | undefined> {
  const { maxLength = 200, check, accepts } = options;
  return withTraits(line(maxLength, check).optional(), options, { type: 'text', required: false, accepts, maxLength });
}

/** A zone of the resource's region; the kind decides which where it is left out. */
function zone(options: FieldOptions): z.ZodType<string | undefined> {
  return withTraits(line(40).optional(), options, { type: 'text', required: false, accepts: 'a zone of the region', maxLength: 40, zone: true });
}

/** One of a few values, with what people read for each. */
function choice<const C extends Readonly<Record<string, string>>>(options: FieldOptions & { readonly choices: C; readonly default: keyof C & string }): z.ZodType<keyof C & string> {
  const values = Object.keys(options.choices);
  const schema = z.enum(values).default(options.default) as z.ZodType<string> as z.ZodType<keyof C & string>;
  return withTraits(schema, options, {
    type: 'choice', required: false, accepts: values.join(', '), defaultValue: options.default,
    choices: Object.freeze(Object.entries(options.choices).map(([value, title]) => Object.freeze({ value, title }))),
    maxLength: Math.max(...values.map((value) => value.length)),
  });
}

/** Yes or no. */
function flag(options: FieldOptions & { readonly default: boolean }): z.ZodType<boolean> {
  const defaultValue = options.default ? 'yes' : 'no';
  return withTraits(z.boolean().default(options.default), options, { type: 'flag', required: false, accepts: 'yes or no', defaultValue, maxLength: 3 });
}

/** A whole number within bounds, both of them accepted. */
function number(options: FieldOptions & { readonly min: number; readonly max: number; readonly default: number; readonly unit?: string }): z.ZodType<number> {
  const { min, max, unit, default: byDefault } = options;
  const accepts = `a whole number from ${min} to ${max}${unit === undefined ? '' : ` (${unit})`}`;
  const schema = z.int().min(min).max(max).default(byDefault);
  return withTraits(schema, options, { type: 'number', required: false, accepts, defaultValue: String(byDefault), maxLength: String(max).length });
}

/** The name of another resource of the session, which must be given. */
function requiredReference(kind: string, options: FieldOptions): z.ZodType<string> {
  const accepts = `the name of a ${kind} of this session`;
  return withTraits(line(63), options, { type: 'reference', required: true, references: kind, accepts, maxLength: 63 });
}

/** The name of another resource of the session; may be left out. */
function reference(kind: string, options: FieldOptions): z.ZodType<string | undefined> {
  const accepts = `the name of a ${kind} of this session`;
  return withTraits(line(63).optional(), options, { type: 'reference', required: false, references: kind, accepts, maxLength: 63 });
}

/** Builders for the arguments of a kind: each returns the zod schema of the stored value, and knows how it is asked. */
export const field = Object.freeze({ text, optionalText, zone, choice, flag, number, reference, requiredReference });
