import { z } from 'zod';
import { stringsIn } from '../redaction/sensitive-values';
import { json } from './plan-json';

const provider = z.object({ source: z.string(), version: z.string().optional() });
const variable = z.object({ sensitive: z.boolean().optional(), default: json.optional() });
// A block may stand in JSON once or as a list.
const block = <T extends z.ZodType>(schema: T) => z.union([schema.transform((one) => [one]), z.array(schema)]).default([]);
const configuration = z.object({
  terraform: block(z.object({ required_providers: block(z.record(z.string(), provider)) })),
  variable: block(z.record(z.string(), variable)),
});

/** What the engine has to know of a `main.tf.json` before Terraform reads it. */
export interface Configuration {
  /** Those that have to be installed, by their local names, in a stable order. */
  readonly providers: Readonly<Record<string, z.infer<typeof provider>>>;
  /** Values of variables that are declared sensitive. */
  readonly sensitiveValues: readonly string[];
}

/** Needs no installation: it is inside Terraform itself. */
const BUILT_IN = /^terraform\.io\/builtin\//;

/** @throws where the text is no configuration: it was rendered by this product. */
export function readConfiguration(mainTfJson: string): Configuration {
  const parsed = configuration.parse(JSON.parse(mainTfJson));
  const providers = parsed.terraform.flatMap((settings) => settings.required_providers).flatMap((set) => Object.entries(set));
  const variables = parsed.variable.flatMap((set) => Object.values(set));
  return {
    providers: Object.fromEntries(providers.filter(([, { source }]) => !BUILT_IN.test(source)).sort(([left], [right]) => (left < right ? -1 : 1))),
    sensitiveValues: variables.filter(({ sensitive }) => sensitive === true).flatMap((one) => stringsIn(one.default ?? null)),
  };
}
