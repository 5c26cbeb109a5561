import { Query } from '@nestjs/cqrs';

export interface BlueprintSummary {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** The blueprints, by name. Each works on every provider. */
export class ListBlueprints extends Query<readonly BlueprintSummary[]> {}
