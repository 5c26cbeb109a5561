import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import { checkReferences } from '../domain/check-resources';
import type { CheckReferencesFailure } from '../domain/failures';
import { ProviderRegistry } from '../provider-registry';
import { CheckReferences } from './check-references.query';

@QueryHandler(CheckReferences)
export class CheckReferencesHandler implements IQueryHandler<CheckReferences> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider, resources }: CheckReferences): Promise<Result<void, CheckReferencesFailure>> {
    const defined = this.registry.define(provider, resources);
    return defined.ok ? checkReferences(defined.value) : defined;
  }
}
