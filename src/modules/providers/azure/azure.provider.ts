import { defineProvider } from '../domain/cloud-provider';
import { azureTags } from './azure-tags';
import { AZURE_PRICE_LIST } from './azure.price-list';
import { AZURE_PRICES } from './azure-prices';
import { AZURE_REGIONS, zonesOfRegion } from './azure-regions';
import { GROUP_LABEL, groupNameOf } from './resource-group';

export const azure = defineProvider({
  name: 'azure',
  title: 'Microsoft Azure',
  terraform: { localName: 'azurerm', source: 'hashicorp/azurerm', version: '~> 4.0' },
  regions: AZURE_REGIONS.map(({ name, title }) => ({ name, title })),
  defaultRegion: 'eastus',
  zonesOf: zonesOfRegion,
  // The subscription comes from the environment of the run, as the credentials do.
  providerBlock: () => ({ features: [{}] }),
  labels: azureTags,
  prices: AZURE_PRICES,
  priceList: AZURE_PRICE_LIST,
  // Everything in Azure stands in a resource group: each deployment has its own, and nothing else is in it.
  foundation: ({ region, deployment, labels }) => [{ type: 'azurerm_resource_group', label: GROUP_LABEL, body: { name: groupNameOf(deployment), location: region, tags: labels } }],
});
