/** A resource of a blueprint, its answers as a person would type them. */
export interface BlueprintResource {
  readonly kind: string;
  readonly name: string;
  /** An answer to a question that a provider's kind does not ask is left out there. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A named set of resources that works on every provider. Each stands after those it refers to; one of a kind that a
 * provider does not offer is left out there.
 */
export interface Blueprint {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly resources: readonly BlueprintResource[];
}

/** Declares a blueprint: the only export of its `<name>.blueprint.ts`. */
export function defineBlueprint(blueprint: Blueprint): Blueprint {
  return Object.freeze(blueprint);
}
