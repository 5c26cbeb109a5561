import type { DeploymentLabels } from './deployment-labels';
import type { ListPrice } from './list-price';
import type { PriceList } from './price-list';
import type { TerraformBody } from './terraform-json';

/** What stands once in every configuration, whatever its resources: a resource group, say. */
export interface FoundationBlock {
  readonly type: string;
  /** Its Terraform label. No kind of the provider renders this type. */
  readonly label: string;
  readonly body: TerraformBody;
}

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
  /** Blocks that every configuration needs once; none where absent. `labels` are this provider's own. */
  foundation?(context: { readonly region: string; readonly deployment: string; readonly labels: Readonly<Record<string, string>> }): readonly FoundationBlock[];
  /** How many hours of a month it bills at most: a monthly price is divided by them. 730, a month's own, where absent. */
  readonly billedHoursPerMonth?: number;
  /** The list prices that its kinds' components name, as of the day they were listed. What is not among them has no known price. */
  readonly prices: readonly ListPrice[];
  /** How newer ones are read; absent: they come with the next release only. */
  readonly priceList?: PriceList;
}

/** Declares a cloud: the only export of its `<name>.provider.ts`. */
export function defineProvider(provider: CloudProvider): CloudProvider {
  return Object.freeze(provider);
}
