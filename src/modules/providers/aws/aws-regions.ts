interface AwsRegion {
  readonly name: string;
  readonly title: string;
  /** The letters its zones end in. */
  readonly zones: string;
}

const region = (name: string, title: string, zones = 'abc'): AwsRegion => ({ name, title, zones });

/** Amazon's commercial regions with their zones, as its documentation lists them ("AWS Regions", "Availability Zones"). */
export const AWS_REGIONS: readonly AwsRegion[] = [
  region('af-south-1', 'Cape Town'),
  region('ap-east-1', 'Hong Kong'),
  region('ap-northeast-1', 'Tokyo', 'acd'),
  region('ap-northeast-2', 'Seoul', 'abcd'),
  region('ap-northeast-3', 'Osaka'),
  region('ap-south-1', 'Mumbai'),
  region('ap-south-2', 'Hyderabad'),
  region('ap-southeast-1', 'Singapore'),
  region('ap-southeast-2', 'Sydney'),
  region('ap-southeast-3', 'Jakarta'),
  region('ap-southeast-4', 'Melbourne'),
  region('ap-southeast-5', 'Malaysia'),
  region('ap-southeast-7', 'Thailand'),
  region('ca-central-1', 'Central Canada', 'abd'),
  region('ca-west-1', 'Calgary'),
  region('eu-central-1', 'Frankfurt'),
  region('eu-central-2', 'Zurich'),
  region('eu-north-1', 'Stockholm'),
  region('eu-south-1', 'Milan'),
  region('eu-south-2', 'Spain'),
  region('eu-west-1', 'Ireland'),
  region('eu-west-2', 'London'),
  region('eu-west-3', 'Paris'),
  region('il-central-1', 'Tel Aviv'),
  region('me-central-1', 'United Arab Emirates'),
  region('me-south-1', 'Bahrain'),
  region('mx-central-1', 'Mexico'),
  region('sa-east-1', 'Sao Paulo'),
  region('us-east-1', 'Northern Virginia', 'abcdf'),
  region('us-east-2', 'Ohio'),
  region('us-west-1', 'Northern California', 'ac'),
  region('us-west-2', 'Oregon', 'abcd'),
];

/** The zones of a region, in order; none where Amazon has no such region. */
export function zonesOfRegion(name: string): readonly string[] {
  return Array.from(AWS_REGIONS.find((one) => one.name === name)?.zones ?? '', (letter) => `${name}${letter}`);
}

/** The region a zone lies in: its name without the last letter. */
export function regionOfZone(zone: string): string {
  return zone.replace(/[a-z]$/, '');
}
