interface GcpRegion {
  readonly name: string;
  readonly title: string;
  /** The letters its zones end in. */
  readonly zones: string;
}

const region = (name: string, title: string, zones = 'abc'): GcpRegion => ({ name, title, zones });

/** Google's regions and zones, as its documentation lists them ("Regions and zones", Compute Engine). */
export const GCP_REGIONS: readonly GcpRegion[] = [
  region('africa-south1', 'Johannesburg'),
  region('asia-east1', 'Taiwan'),
  region('asia-east2', 'Hong Kong'),
  region('asia-northeast1', 'Tokyo'),
  region('asia-northeast2', 'Osaka'),
  region('asia-northeast3', 'Seoul'),
  region('asia-south1', 'Mumbai'),
  region('asia-south2', 'Delhi'),
  region('asia-southeast1', 'Singapore'),
  region('asia-southeast2', 'Jakarta'),
  region('australia-southeast1', 'Sydney'),
  region('australia-southeast2', 'Melbourne'),
  region('europe-central2', 'Warsaw'),
  region('europe-north1', 'Finland'),
  region('europe-north2', 'Stockholm'),
  region('europe-southwest1', 'Madrid'),
  region('europe-west1', 'Belgium', 'bcd'),
  region('europe-west2', 'London'),
  region('europe-west3', 'Frankfurt'),
  region('europe-west4', 'Netherlands'),
  region('europe-west6', 'Zurich'),
  region('europe-west8', 'Milan'),
  region('europe-west9', 'Paris'),
  region('europe-west10', 'Berlin'),
  region('europe-west12', 'Turin'),
  region('me-central1', 'Doha'),
  region('me-central2', 'Dammam'),
  region('me-west1', 'Tel Aviv'),
  region('northamerica-northeast1', 'Montreal'),
  region('northamerica-northeast2', 'Toronto'),
  region('northamerica-south1', 'Mexico'),
  region('southamerica-east1', 'Sao Paulo'),
  region('southamerica-west1', 'Santiago'),
  region('us-central1', 'Iowa', 'abcf'),
  region('us-east1', 'South Carolina', 'bcd'),
  region('us-east4', 'Northern Virginia'),
  region('us-east5', 'Columbus'),
  region('us-south1', 'Dallas'),
  region('us-west1', 'Oregon'),
  region('us-west2', 'Los Angeles'),
  region('us-west3', 'Salt Lake City'),
  region('us-west4', 'Las Vegas'),
];

/** The zones of a region, in order; none where Google has no such region. */
export function zonesOfRegion(name: string): readonly string[] {
  return Array.from(GCP_REGIONS.find((one) => one.name === name)?.zones ?? '', (letter) => `${name}-${letter}`);
}

/** The region a zone lies in: its name without the last part. */
export function regionOfZone(zone: string): string {
  return zone.replace(/-[a-z]$/, '');
}
