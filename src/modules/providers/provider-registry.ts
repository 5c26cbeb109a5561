import { Injectable } from '@nestjs/common';
import { fail, failure, ok, type Result } from '../../shared';
import type { Blueprint } from './domain/blueprint';
import type { CloudProvider } from './domain/cloud-provider';
import type { BlueprintFailure, DescribeFormFailure, KindFailure, ProviderFailure } from './domain/failures';
import { traitsByName } from './domain/field';
import type { PriceOf } from './domain/price-component';
import type { ResourceDefinition } from './domain/resource-definition';
import type { TraitsOf } from './domain/resource-traits';
import type { ResourceRequest } from './domain/resource-request';
import { visible } from './domain/visible-text';
import { PluginError, type LoadedPlugins } from './plugin-loader';

/** A provider with its kinds by name, and the prices of every Terraform type they render. */
export interface Offer {
  readonly provider: CloudProvider;
  readonly kinds: ReadonlyMap<string, ResourceDefinition>;
  readonly prices: ReadonlyMap<string, PriceOf>;
  readonly traits: ReadonlyMap<string, TraitsOf>;
}

/** The providers and kinds that were found. */
@Injectable()
export class ProviderRegistry {
  private readonly offers: ReadonlyMap<string, Offer>;
  private readonly blueprints: ReadonlyMap<string, Blueprint>;

  /** @throws PluginError where two plugins say the same, or one refers to something that is not there. */
  constructor(plugins: LoadedPlugins) {
    this.offers = new Map(byName(plugins.providers, 'provider', ({ name }) => name).map(([name, { plugin }]) => [name, offerOf(plugin, plugins)]));
    this.blueprints = new Map(byName(plugins.blueprints, 'blueprint', ({ name }) => name).map(([name, { plugin }]) => [name, plugin]));
    const homeless = plugins.resources.find(({ provider }) => !this.offers.has(provider));
    if (homeless) throw new PluginError(homeless.file, [`there is no provider called ${homeless.provider}`]);
  }

  allBlueprints(): readonly Blueprint[] {
    return [...this.blueprints.values()];
  }

  blueprint(name: string): Result<Blueprint, BlueprintFailure> {
    const blueprint = this.blueprints.get(name);
    if (blueprint) return ok(blueprint);
    return fail(failure('BLUEPRINT.UNKNOWN', `There is no blueprint “${visible(name)}”. Choose one of: ${listed(this.blueprints.keys())}.`, 'blueprint'));
  }

  all(): readonly Offer[] {
    return [...this.offers.values()];
  }

  find(provider: string): Offer | undefined {
    return this.offers.get(provider);
  }

  offer(provider: string): Result<Offer, ProviderFailure> {
    const offer = this.offers.get(provider);
    if (offer) return ok(offer);
    return fail(failure('PROVIDER.UNKNOWN', `There is no provider “${visible(provider)}”. Choose one of: ${listed(this.offers.keys())}.`));
  }

  kind(provider: string, kind: string): Result<ResourceDefinition, DescribeFormFailure> {
    const offer = this.offer(provider);
    if (!offer.ok) return offer;
    const definition = offer.value.kinds.get(kind);
    if (definition) return ok(definition);
    return fail(unknownKind(offer.value, kind));
  }

  /** The zones of a region the provider has. */
  zones(provider: string, region: string): Result<readonly string[], ProviderFailure> {
    const offer = this.offer(provider);
    if (!offer.ok) return offer;
    const { title, regions, zonesOf } = offer.value.provider;
    if (regions.some(({ name }) => name === region)) return ok(zonesOf(region));
    return fail(failure('PROVIDER.UNKNOWN_REGION', `${title} has no region “${visible(region)}”. Choose one of: ${listed(regions.map(({ name }) => name))}.`, 'region'));
  }

  /** Resources, each with the definition of its kind. */
  define(provider: string, resources: readonly ResourceRequest[]): Result<readonly (readonly [ResourceRequest, ResourceDefinition])[], DescribeFormFailure> {
    const offer = this.offer(provider);
    if (!offer.ok) return offer;
    const { kinds } = offer.value;
    const defined = resources.flatMap((resource) => {
      const definition = kinds.get(resource.kind);
      return definition ? [[resource, definition] as const] : [];
    });
    const strange = resources.find(({ kind }) => !kinds.has(kind));
    return strange ? fail(unknownKind(offer.value, strange.kind)) : ok(defined);
  }
}

function unknownKind({ provider, kinds }: Offer, kind: string): KindFailure {
  return failure('RESOURCE.UNKNOWN_KIND', `${provider.title} has no “${visible(kind)}”. Choose one of: ${listed(kinds.keys())}.`);
}

function listed(names: Iterable<string>): string {
  return [...names].join(', ') || 'none';
}

function offerOf(provider: CloudProvider, plugins: LoadedPlugins): Offer {
  const own = plugins.resources.filter((resource) => resource.provider === provider.name);
  const kinds = new Map(byName(own, 'kind', ({ kind }) => kind).map(([kind, { plugin }]) => [kind, plugin]));
  for (const { file, plugin } of own) checkReferredKinds(file, plugin, kinds);
  return { provider, kinds, prices: byType(own, 'price of', ({ price }) => price), traits: byType(own, 'traits of', ({ traits = {} }) => traits) };
}

// Of every Terraform type one kind says it.
function byType<T>(own: LoadedPlugins['resources'], what: string, said: (kind: ResourceDefinition) => Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  const all = own.flatMap(({ file, plugin }) => Object.entries(said(plugin)).map(([type, value]) => ({ file, plugin: { type, value } })));
  return new Map(byName(all, what, ({ type }) => type).map(([type, { plugin }]) => [type, plugin.value]));
}

function checkReferredKinds(file: string, { args }: ResourceDefinition, kinds: ReadonlyMap<string, ResourceDefinition>): void {
  const faults = [...traitsByName(args)].flatMap(([name, { question: { references: referred } }]) => {
    if (referred === undefined || kinds.get(referred)?.handles) return [];
    return [`args.${name}: refers to ${referred}, ${kinds.has(referred) ? 'which has no handles' : 'which its provider does not have'}`];
  });
  if (faults.length > 0) throw new PluginError(file, faults);
}

function byName<P extends { readonly file: string; readonly plugin: unknown }>(plugins: readonly P[], what: string, nameOf: (plugin: P['plugin']) => string): [string, P][] {
  const found = new Map<string, P>();
  for (const loaded of plugins) {
    const name = nameOf(loaded.plugin);
    const other = found.get(name);
    if (other) throw new PluginError(loaded.file, [`there is already a ${what} ${name}, in ${other.file}`]);
    found.set(name, loaded);
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
