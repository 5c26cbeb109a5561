import type { JsonObject } from './json';

/**
 * One thing a session asks for. Plain JSON that can be stored; only `ParseResource` makes one from a person's answers.
 * `name` is unique among the resources of its kind in a session; `args` hold every argument, defaults included.
 */
export interface ResourceRequest {
  readonly kind: string;
  readonly name: string;
  readonly args: JsonObject;
}
