import { defineProvider } from '../domain/cloud-provider';
import { digitaloceanLabels } from './digitalocean-labels';
import { DIGITALOCEAN_PRICE_LIST } from './digitalocean.price-list';
import { DIGITALOCEAN_PRICES } from './digitalocean-prices';
import { DIGITALOCEAN_REGIONS } from './digitalocean-regions';

export const digitalocean = defineProvider({
  name: 'digitalocean',
  title: 'DigitalOcean',
  terraform: { localName: 'digitalocean', source: 'digitalocean/digitalocean', version: '~> 2.0' },
  regions: DIGITALOCEAN_REGIONS,
  defaultRegion: 'nyc3',
  // A region is one data centre.
  zonesOf: () => [],
  // The token, and the keys of Spaces, come from the environment of the run.
  providerBlock: () => ({}),
  labels: digitaloceanLabels,
  billedHoursPerMonth: 672,
  prices: DIGITALOCEAN_PRICES,
  priceList: DIGITALOCEAN_PRICE_LIST,
});
