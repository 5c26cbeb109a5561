import { z } from 'zod';
import { ADVANCED } from './advanced-field';
import type { Blueprint } from './blueprint';
import type { CloudProvider } from './cloud-provider';
import { fieldTraits } from './field';
import type { ResourceDefinition } from './resource-definition';

/** A Discord modal holds five inputs. The first is the resource's name, the last `advanced` where the others leave an argument out. */
const MAX_INPUTS = 5;

const word = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and _, at most 40');
const shortText = (max: number) => z.string().min(1).max(max);
const aFunction = z.custom<CallableFunction>((value) => typeof value === 'function', 'must be a function');
const answers = z.record(z.string(), z.string());

// Recognised by shape, not by class: a plugin from elsewhere may bring its own copy of zod.
const objectSchema = z.custom<z.ZodObject>(
  (value) => z.object({ shape: z.record(z.string(), z.unknown()), safeParse: aFunction }).safeParse(value).success,
  'must be a zod object',
);

const fieldContract = z.looseObject({
  label: shortText(45),
  help: shortText(100).optional(),
  placeholder: shortText(100).optional(),
  maxLength: z.int().min(1).max(4000),
});

const resourceContract = z.strictObject({
  kind: word,
  title: shortText(45),
  description: shortText(100),
  args: objectSchema,
  naming: z.strictObject({ maxLength: z.int().min(1).max(63).optional(), refuse: aFunction.optional() }).optional(),
  handles: aFunction.optional(),
  render: aFunction,
  price: z.record(z.string(), aFunction),
  traits: z.record(z.string(), aFunction).optional(),
  example: z.strictObject({
    name: z.string(),
    values: answers,
    alongside: z.array(z.strictObject({ kind: word, name: z.string(), values: answers })).optional(),
  }),
});

const listPrice = z.strictObject({
  sku: shortText(100),
  region: shortText(60),
  unit: z.enum(['hour', 'month', 'gb_month']),
  usd: z.number().nonnegative(),
  date: z.iso.date(),
  source: z.string().min(1),
  unverified: z.literal(true).optional(),
});

const blueprintContract = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens, at most 40'),
  title: shortText(45),
  description: shortText(100),
  resources: z.array(z.strictObject({ kind: word, name: z.string(), values: answers })).min(1),
});

const providerContract = z.strictObject({
  name: word,
  title: shortText(45),
  terraform: z.strictObject({
    localName: z.string().regex(/^[a-z][a-z0-9-]*$/),
    source: z.string().regex(/^([a-z0-9.-]+\/)?[a-z0-9-]+\/[a-z0-9-]+$/, 'must look like hashicorp/google'),
    version: shortText(60),
  }),
  regions: z.array(z.strictObject({ name: z.string().regex(/^[a-z0-9-]+$/), title: shortText(60) })).min(1),
  defaultRegion: z.string(),
  zonesOf: aFunction,
  providerBlock: aFunction,
  labels: aFunction,
  foundation: aFunction.optional(),
  billedHoursPerMonth: z.number().int().min(1).max(744).optional(),
  prices: z.array(listPrice),
  priceList: z.strictObject({ url: z.url(), key: z.strictObject({ parameter: z.string().optional() }).optional(), source: shortText(120), read: aFunction }).optional(),
}).refine(({ regions, defaultRegion }) => regions.some(({ name }) => name === defaultRegion), { path: ['defaultRegion'], message: 'must be one of its regions' });

/** What keeps this from being a provider, one phrase each; none where it is one. */
export function providerFaults(candidate: unknown): readonly string[] {
  return faultsOf(providerContract.safeParse(candidate));
}

/** What keeps this from being a kind of resource, one phrase each; none where it is one. */
export function resourceFaults(candidate: unknown): readonly string[] {
  const parsed = resourceContract.safeParse(candidate);
  return parsed.success ? argumentFaults(parsed.data.args) : faultsOf(parsed);
}

/** What keeps this from being a blueprint, one phrase each; none where it is one. */
export function blueprintFaults(candidate: unknown): readonly string[] {
  return faultsOf(blueprintContract.safeParse(candidate));
}

export function isBlueprint(candidate: unknown): candidate is Blueprint {
  return blueprintFaults(candidate).length === 0;
}

export function isProvider(candidate: unknown): candidate is CloudProvider {
  return providerFaults(candidate).length === 0;
}

export function isResource(candidate: unknown): candidate is ResourceDefinition {
  return resourceFaults(candidate).length === 0;
}

function argumentFaults(args: z.ZodObject): readonly string[] {
  const fields = Object.entries<object>(args.shape).map(([name, schema]) => ({ name, traits: fieldTraits(schema) }));
  const asked = fields.filter(({ traits }) => traits?.asked).length;
  const room = MAX_INPUTS - 1 - (asked < fields.length ? 1 : 0);
  return [
    ...(asked > room ? [`args: asks ${asked} fields, and a form has room for ${room} beside the name${room < 4 ? ' and the advanced field' : ''}`] : []),
    ...fields.flatMap(({ name, traits }) => {
      const at = `args.${name}`;
      if (!word.safeParse(name).success || name === 'name' || name === ADVANCED) return [`${at}: is not a name an argument can have`];
      if (!traits) return [`${at}: was not built with \`field\``];
      if (traits.question.required && !traits.asked) return [`${at}: is required, but the form does not ask it`];
      return faultsOf(fieldContract.safeParse(traits.question)).map((fault) => `${at}.${fault}`);
    }),
  ];
}

function faultsOf(parsed: z.ZodSafeParseResult<unknown>): readonly string[] {
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
}
