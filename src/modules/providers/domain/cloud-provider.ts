import type { DeploymentLabels } from './deployment-labels';
import type { TerraformBody } from './terraform-json';

export interface CloudRegion {
  readonly name: string;
  /** Where it is, for people: `Belgium`. */
  readonly title: string;
}

/** A cloud: where it has regions, and what every configuration for it begins with. */
export interface CloudProvider {
  /** Also the name of its folder. */
  readonly name: string;
  readonly title: string;
  readonly terraform: { readonly localName: string; readonly source: string; readonly version: string };
  readonly regions: readonly CloudRegion[];
  readonly defaultRegion: string;
  /** The zones of one of its regions, in order; none where the cloud has no zones. */
  zonesOf(region: string): readonly string[];
  /** The provider's configuration. No credentials: those come from the run's environment. */
  providerBlock(context: { readonly region: string }): TerraformBody;
  /** The labels of a deployment within the cloud's rules; keys are ours, values may be anybody's text. */
  labels(labels: DeploymentLabels): Readonly<Record<string, string>>;
}

/** Declares a cloud: the only export of its `<name>.provider.ts`. */
export function defineProvider(provider: CloudProvider): CloudProvider {
  return Object.freeze(provider);
}
