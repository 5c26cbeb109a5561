import { defineProvider } from '../domain/cloud-provider';
import { gcpLabels } from './gcp-labels';
import { GCP_PRICE_LIST } from './gcp.price-list';
import { GCP_PRICES } from './gcp-prices';
import { GCP_REGIONS, zonesOfRegion } from './gcp-regions';

export const gcp = defineProvider({
  name: 'gcp',
  title: 'Google Cloud',
  terraform: { localName: 'google', source: 'hashicorp/google', version: '~> 7.0' },
  regions: GCP_REGIONS.map(({ name, title }) => ({ name, title })),
  defaultRegion: 'us-central1',
  zonesOf: zonesOfRegion,
  providerBlock: ({ region }) => ({ region }),
  labels: gcpLabels,
  prices: GCP_PRICES,
  priceList: GCP_PRICE_LIST,
});
