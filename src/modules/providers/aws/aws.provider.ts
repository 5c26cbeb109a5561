import { defineProvider } from '../domain/cloud-provider';
import { awsTags } from './aws-tags';
import { AWS_PRICE_LIST } from './aws.price-list';
import { AWS_PRICES } from './aws-prices';
import { AWS_REGIONS, zonesOfRegion } from './aws-regions';

export const aws = defineProvider({
  name: 'aws',
  title: 'Amazon Web Services',
  // What is rendered is valid in both majors.
  terraform: { localName: 'aws', source: 'hashicorp/aws', version: '>= 5.80, < 7.0' },
  regions: AWS_REGIONS.map(({ name, title }) => ({ name, title })),
  defaultRegion: 'us-east-1',
  zonesOf: zonesOfRegion,
  providerBlock: ({ region }) => ({ region }),
  labels: awsTags,
  prices: AWS_PRICES,
  priceList: AWS_PRICE_LIST,
});
