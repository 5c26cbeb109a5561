import { z } from 'zod';
import type { FormField } from './resource-form';
import { whyHostile } from './visible-text';

/** What a field is beside its zod schema: how it is asked, and in what words it is refused. */
export interface FieldTraits extends Omit<FormField, 'name'> {
  /** False leaves it out of the form: its default applies, or whoever names it sets it. */
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
  /** True where the form asks it; a kind asks at most four, its name being the fifth. */
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

function withTraits<S extends object>(schema: S, traits: FieldTraits): S {
  traitsOf.set(schema, Object.freeze(traits));
  return schema;
}

function common({ label, help, placeholder, ask = false }: FieldOptions): Pick<FieldTraits, 'label' | 'help' | 'placeholder' | 'asked'> {
  return { label, asked: ask, ...(help !== undefined && { help }), ...(placeholder !== undefined && { placeholder }) };
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
  const traits = { ...common(options), type: 'text' as const, accepts, maxLength };
  if (byDefault === undefined) return withTraits(schema, { ...traits, required: true });
  return withTraits(schema.default(byDefault), { ...traits, required: false, defaultValue: byDefault });
}

/** A single line that may be left out. */
function optionalText(options: TextOptions): z.ZodType<string | undefined> {
  const { maxLength = 200, check, accepts } = options;
  return withTraits(line(maxLength, check).optional(), { ...common(options), type: 'text', required: false, accepts, maxLength });
}

/** A zone of the resource's region; the kind decides which where it is left out. */
function zone(options: FieldOptions): z.ZodType<string | undefined> {
  return withTraits(line(40).optional(), { ...common(options), type: 'text', required: false, accepts: 'a zone of the region', maxLength: 40, zone: true });
}

/** One of a few values, with what people read for each. */
function choice<const C extends Readonly<Record<string, string>>>(options: FieldOptions & { readonly choices: C; readonly default: keyof C & string }): z.ZodType<keyof C & string> {
  const values = Object.keys(options.choices);
  const schema = z.enum(values).default(options.default) as z.ZodType<string> as z.ZodType<keyof C & string>;
  return withTraits(schema, {
    ...common(options), type: 'choice', required: false, accepts: values.join(', '), defaultValue: options.default,
    choices: Object.freeze(Object.entries(options.choices).map(([value, title]) => Object.freeze({ value, title }))),
    maxLength: Math.max(...values.map((value) => value.length)),
  });
}

/** Yes or no. */
function flag(options: FieldOptions & { readonly default: boolean }): z.ZodType<boolean> {
  return withTraits(z.boolean().default(options.default), { ...common(options), type: 'flag', required: false, accepts: 'yes or no', defaultValue: options.default ? 'yes' : 'no', maxLength: 3 });
}

/** A whole number within bounds, both of them accepted. */
function number(options: FieldOptions & { readonly min: number; readonly max: number; readonly default: number; readonly unit?: string }): z.ZodType<number> {
  const { min, max, unit, default: byDefault } = options;
  return withTraits(z.int().min(min).max(max).default(byDefault), {
    ...common(options), type: 'number', required: false, defaultValue: String(byDefault), maxLength: String(max).length,
    accepts: `a whole number from ${min} to ${max}${unit === undefined ? '' : ` (${unit})`}`,
  });
}

/** The name of another resource of the session; may be left out. */
function reference(kind: string, options: FieldOptions): z.ZodType<string | undefined> {
  return withTraits(line(63).optional(), { ...common(options), type: 'reference', required: false, references: kind, accepts: `the name of a ${kind} of this session`, maxLength: 63 });
}

/** Builders for the arguments of a kind: each returns the zod schema of the stored value, and knows how it is asked. */
export const field = Object.freeze({ text, optionalText, zone, choice, flag, number, reference });
