/** What a plugin is written with: `import { defineResource, field, z } from 'cloud-engine/plugin'`. */
export { z } from 'zod';
export { rangesIn, whyNotRanges } from './domain/address-range';
export { defineBlueprint, type Blueprint, type BlueprintResource } from './domain/blueprint';
export { defineProvider, type CloudProvider, type CloudRegion, type FoundationBlock } from './domain/cloud-provider';
export { labelEntries, type DeploymentLabels } from './domain/deployment-labels';
export { field } from './domain/field';
export { firewallArguments } from './domain/firewall-arguments';
export type { JsonObject, JsonValue } from './domain/json';
export type { ListPrice } from './domain/list-price';
export { portsIn, sensitivePorts, whyNotPorts, type PortRange } from './domain/port-list';
export type { PriceApi, PriceList, ReadPrice } from './domain/price-list';
export type { PriceComponent, Pricing } from './domain/price-component';
export type { ResourceTraits, TraitsOf } from './domain/resource-traits';
export { defineResource, type RenderContext, type RenderedBlock, type RenderedOutput, type RenderedResource, type ResourceDefinition } from './domain/resource-definition';
export { EVERYWHERE, sourcesIn, whyNotSources, whyTooOpen } from './domain/source-ranges';
export { expression, template, templateOf, type Expression, type Template, type TerraformBody } from './domain/terraform-json';
export { uniqueName, UNIQUE_SUFFIX_LENGTH } from './domain/unique-name';
