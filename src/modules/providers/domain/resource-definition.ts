import type { z } from 'zod';
import type { PriceOf } from './price-component';
import type { TraitsOf } from './resource-traits';
import type { Expression, Template, TerraformBody } from './terraform-json';

/** What a kind knows of the resource it renders. */
export interface RenderContext<Args> {
  readonly name: string;
  readonly args: Args;
  readonly region: string;
  /** The project's environment: `production` is protected against deletion where the cloud can. */
  readonly environment: string;
  /** The region's zones, in order. */
  readonly zones: readonly string[];
  /** The labels every resource carries, already within the cloud's rules. */
  readonly labels: Readonly<Record<string, string>>;
  /** Stable over the sessions of a deployment, for what cannot be changed in place. */
  readonly deployment: string;
  /** What the resource named by a reference argument hands out; undefined where the argument was left out. */
  referenced(argument: string): Readonly<Record<string, Expression>> | undefined;
}

/**
 * A Terraform resource. The label of the first is the resource's name; those of others go `<name>_<part>`: names have
 * no underscore, so no name can collide with a part.
 */
export interface RenderedBlock {
  readonly type: string;
  readonly part?: string;
  readonly body: TerraformBody;
}

/** What people may read once it is applied; Terraform calls it `<kind>_<name>_<output>`. */
export interface RenderedOutput {
  readonly name: string;
  readonly description: string;
  readonly value: Expression | Template;
  readonly sensitive?: true;
}

export interface RenderedResource {
  readonly blocks: readonly RenderedBlock[];
  readonly outputs: readonly RenderedOutput[];
}

/** Answers as a person would type them; `alongside` are the resources it refers to, added first. */
export interface ResourceExample {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly alongside?: readonly (Omit<ResourceExample, 'alongside'> & { readonly kind: string })[];
}

/** Everything about a kind of resource: form, autocomplete, validation, rendering, pricing and contract test read it from here. */
export interface ResourceDefinition<Args extends z.ZodObject = z.ZodObject> {
  /** `compute_vm`: the same word on every provider that has it. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  /** Arguments built with `field`. The form asks at most four beside the name, or three where some are left to its `advanced` field. */
  readonly args: Args;
  /** Where the cloud is stricter on names than `[a-z]([-a-z0-9]*[a-z0-9])?` of at most 63. `refuse` gives a phrase that follows the name. */
  readonly naming?: { readonly maxLength?: number; readonly refuse?: (name: string) => string | undefined };
  /** What other kinds may refer to, by a word of this kind's choosing. */
  handles?(name: string, args: z.output<Args>): Readonly<Record<string, Expression>>;
  render(context: RenderContext<z.output<Args>>): RenderedResource;
  /** How each Terraform type this kind renders is billed, from its planned values. One kind of a provider prices a type; others that render it leave it to that one. */
  readonly price: Readonly<Record<string, PriceOf>>;
  /** What policies have to know of the Terraform types this kind renders, each said by one kind; of types without any there is nothing to know. */
  readonly traits?: Readonly<Record<string, TraitsOf>>;
  readonly example: ResourceExample;
}

/** Declares a kind of resource: the only export of its `<kind>.resource.ts`. */
export function defineResource<Args extends z.ZodObject>(definition: ResourceDefinition<Args>): ResourceDefinition<Args> {
  return Object.freeze(definition);
}
