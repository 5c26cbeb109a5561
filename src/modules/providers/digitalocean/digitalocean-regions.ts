import type { CloudRegion } from '../domain/cloud-provider';

/** DigitalOcean's data centres, as its documentation lists them ("Regional Availability"). */
export const DIGITALOCEAN_REGIONS: readonly CloudRegion[] = [
  { name: 'ams3', title: 'Amsterdam' },
  { name: 'atl1', title: 'Atlanta' },
  { name: 'blr1', title: 'Bangalore' },
  { name: 'fra1', title: 'Frankfurt' },
  { name: 'lon1', title: 'London' },
  { name: 'nyc1', title: 'New York 1' },
  { name: 'nyc2', title: 'New York 2' },
  { name: 'nyc3', title: 'New York 3' },
  { name: 'sfo2', title: 'San Francisco 2' },
  { name: 'sfo3', title: 'San Francisco 3' },
  { name: 'sgp1', title: 'Singapore' },
  { name: 'syd1', title: 'Sydney' },
  { name: 'tor1', title: 'Toronto' },
];

/** Where Spaces are to be had; the other data centres have none. */
export const SPACES_REGIONS: readonly string[] = ['ams3', 'atl1', 'blr1', 'fra1', 'lon1', 'nyc3', 'sfo2', 'sfo3', 'sgp1', 'syd1', 'tor1'];
