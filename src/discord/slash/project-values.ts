import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListProviders } from '../../modules/providers';
import { fail, failure, ok, type Result } from '../../shared';
import { code } from '../views/text';

export interface ProjectLists {
  readonly providers: readonly string[];
  readonly regions: readonly string[];
}

/** Reads the lists of providers and regions that a person typed: only what exists here. */
@Injectable()
export class ProjectValues {
  constructor(private readonly queries: QueryBus) {}

  /** `regions` have to be of one of the providers. */
  async read(providers: readonly string[], regions: readonly string[]): Promise<Result<ProjectLists>> {
    const known = await this.queries.execute(new ListProviders());
    const names = known.map(({ name }) => name);
    const unknown = providers.filter((name) => !names.includes(name));
    if (unknown.length > 0) return fail(failure('PROJECT.PROVIDERS', `Unknown provider: ${unknown.map((name) => code(name, 40)).join(', ')}. Choose from ${names.join(', ')}.`, 'providers'));
    const places = known.filter(({ name }) => providers.includes(name)).flatMap((provider) => provider.regions.map(({ name }) => name));
    const nowhere = regions.filter((region) => !places.includes(region));
    if (nowhere.length > 0) return fail(failure('PROJECT.REGIONS', `Unknown region: ${nowhere.map((name) => code(name, 40)).join(', ')}. Choose from ${places.slice(0, 15).join(', ')}.`, 'regions'));
    return ok({ providers, regions });
  }
}

export function listed(text: string | null | undefined): string[] {
  return [...new Set((text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== ''))];
}
