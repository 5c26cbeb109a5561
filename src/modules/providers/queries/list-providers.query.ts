import { Query } from '@nestjs/cqrs';

export interface ProviderSummary {
  readonly name: string;
  readonly title: string;
  readonly regions: readonly { readonly name: string; readonly title: string }[];
  readonly defaultRegion: string;
}

/** Every provider that was found, by name. */
export class ListProviders extends Query<readonly ProviderSummary[]> {
  constructor() {
    super();
    Object.freeze(this);
  }
}
