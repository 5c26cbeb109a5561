import { CloudError } from '../../engine/cloud-error';

// Regions of Compute Engine with the letters of their zones.
const ZONES: Readonly<Record<string, string>> = {
  'africa-south1': 'abc', 'asia-east1': 'abc', 'asia-east2': 'abc', 'asia-northeast1': 'abc', 'asia-northeast2': 'abc',
  'asia-northeast3': 'abc', 'asia-south1': 'abc', 'asia-south2': 'abc', 'asia-southeast1': 'abc', 'asia-southeast2': 'abc',
  'australia-southeast1': 'abc', 'australia-southeast2': 'abc', 'europe-central2': 'abc', 'europe-north1': 'abc',
  'europe-north2': 'abc', 'europe-southwest1': 'abc', 'europe-west1': 'bcd', 'europe-west2': 'abc', 'europe-west3': 'abc',
  'europe-west4': 'abc', 'europe-west6': 'abc', 'europe-west8': 'abc', 'europe-west9': 'abc', 'europe-west10': 'abc',
  'europe-west12': 'abc', 'me-central1': 'abc', 'me-central2': 'abc', 'me-west1': 'abc', 'northamerica-northeast1': 'abc',
  'northamerica-northeast2': 'abc', 'northamerica-south1': 'abc', 'southamerica-east1': 'abc', 'southamerica-west1': 'abc',
  'us-central1': 'abcf', 'us-east1': 'bcd', 'us-east4': 'abc', 'us-east5': 'abc', 'us-south1': 'abc', 'us-west1': 'abc',
  'us-west2': 'abc', 'us-west3': 'abc', 'us-west4': 'abc',
};
const MULTI_REGIONS = ['ASIA', 'ASIA1', 'EU', 'EUR4', 'EUR5', 'EUR7', 'EUR8', 'NAM4', 'US'];

export function regionOfZone(zone: string): string {
  return zone.replace(/-[a-z]$/, '');
}

export function refuseUnknownRegion(region: string): void {
  if (!(region in ZONES)) throw new CloudError(`googleapi: Error 400: Invalid value for field 'region': '${region}'. Unknown region., invalid`);
}

export function refuseUnknownZone(zone: string): void {
  if (!ZONES[regionOfZone(zone)]?.includes(zone.slice(-1)) || !/-[a-z]$/.test(zone)) {
    throw new CloudError(`googleapi: Error 400: Invalid value for field 'zone': '${zone}'. Unknown zone., invalid`);
  }
}

/** Where a bucket may be: a region, or an area of several. */
export function refuseUnknownLocation(location: string): void {
  if (!(location.toLowerCase() in ZONES) && !MULTI_REGIONS.includes(location.toUpperCase())) {
    throw new CloudError('googleapi: Error 400: The specified location constraint is not valid., invalid');
  }
}
