import { Module } from '@nestjs/common';
import { Settings } from '../../config';
import { loadPlugins } from './plugin-loader';
import { ProviderRegistry } from './provider-registry';
import { CheckReferencesHandler } from './queries/check-references.handler';
import { DescribeFormHandler } from './queries/describe-form.handler';
import { DescribePricesHandler } from './queries/describe-prices.handler';
import { DescribeTraitsHandler } from './queries/describe-traits.handler';
import { ExpandBlueprintHandler } from './queries/expand-blueprint.handler';
import { ListBlueprintsHandler } from './queries/list-blueprints.handler';
import { ListExamplesHandler } from './queries/list-examples.handler';
import { ListKindsHandler } from './queries/list-kinds.handler';
import { ListPricesHandler } from './queries/list-prices.handler';
import { ListProvidersHandler } from './queries/list-providers.handler';
import { ParseResourceHandler } from './queries/parse-resource.handler';
import { ReadPriceListHandler } from './queries/read-price-list.handler';
import { RenderConfigurationHandler } from './queries/render-configuration.handler';

/** Directories with provider folders in them; those beside this file at least. */
export const PLUGIN_DIRECTORIES = Symbol('PLUGIN_DIRECTORIES');

/** The clouds, and the kinds of resource each offers. A plugin that does not fit stops the start. */
@Module({
  providers: [
    ListProvidersHandler, ListKindsHandler, DescribeFormHandler, ParseResourceHandler,
    CheckReferencesHandler, RenderConfigurationHandler, DescribePricesHandler, DescribeTraitsHandler, ReadPriceListHandler, ListPricesHandler,
    ListBlueprintsHandler, ExpandBlueprintHandler, ListExamplesHandler,
    { provide: PLUGIN_DIRECTORIES, inject: [{ token: Settings, optional: true }], useFactory: (settings?: Settings) => [__dirname, ...(settings?.pluginDirs ?? [])] },
    { provide: ProviderRegistry, inject: [PLUGIN_DIRECTORIES], useFactory: (directories: readonly string[]) => new ProviderRegistry(loadPlugins(directories)) },
  ],
})
export class ProvidersModule {}
