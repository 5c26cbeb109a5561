interface AzureRegion {
  readonly name: string;
  readonly title: string;
  readonly hasZones: boolean;
}

const region = (name: string, title: string, hasZones = true): AzureRegion => ({ name, title, hasZones });

/** Azure's public regions, as its documentation lists them ("Azure regions list"). */
export const AZURE_REGIONS: readonly AzureRegion[] = [
  region('australiacentral', 'Canberra', false),
  region('australiaeast', 'New South Wales'),
  region('australiasoutheast', 'Victoria', false),
  region('austriaeast', 'Vienna'),
  region('brazilsouth', 'Sao Paulo'),
  region('canadacentral', 'Toronto'),
  region('canadaeast', 'Quebec', false),
  region('centralindia', 'Pune'),
  region('centralus', 'Iowa'),
  region('chilecentral', 'Santiago'),
  region('eastasia', 'Hong Kong'),
  region('eastus', 'Virginia'),
  region('eastus2', 'Virginia 2'),
  region('francecentral', 'Paris'),
  region('germanywestcentral', 'Frankfurt'),
  region('indonesiacentral', 'Jakarta'),
  region('israelcentral', 'Israel'),
  region('italynorth', 'Milan'),
  region('japaneast', 'Tokyo'),
  region('japanwest', 'Osaka'),
  region('koreacentral', 'Seoul'),
  region('koreasouth', 'Busan', false),
  region('malaysiawest', 'Kuala Lumpur'),
  region('mexicocentral', 'Queretaro'),
  region('newzealandnorth', 'Auckland'),
  region('northcentralus', 'Illinois', false),
  region('northeurope', 'Ireland'),
  region('norwayeast', 'Norway'),
  region('polandcentral', 'Warsaw'),
  region('qatarcentral', 'Doha'),
  region('southafricanorth', 'Johannesburg'),
  region('southcentralus', 'Texas'),
  region('southeastasia', 'Singapore'),
  region('southindia', 'Chennai', false),
  region('spaincentral', 'Madrid'),
  region('swedencentral', 'Gavle'),
  region('switzerlandnorth', 'Zurich'),
  region('uaenorth', 'Dubai'),
  region('uksouth', 'London'),
  region('ukwest', 'Cardiff', false),
  region('westcentralus', 'Wyoming', false),
  region('westeurope', 'Netherlands'),
  region('westus', 'California', false),
  region('westus2', 'Washington'),
  region('westus3', 'Phoenix'),
];

/** The zones of a region, in order; none where it has none. */
export function zonesOfRegion(name: string): readonly string[] {
  return AZURE_REGIONS.find((one) => one.name === name)?.hasZones ? ['1', '2', '3'] : [];
}
