import { Query } from '@nestjs/cqrs';

export interface KindSummary {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
}

/** The kinds of resource a provider offers, by name; none where the provider is unknown. */
export class ListKinds extends Query<readonly KindSummary[]> {
  constructor(readonly provider: string) {
    super();
    Object.freeze(this);
  }
}
