import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { StateStore } from '../following/state-store';
import { ReadStateVersion } from './read-state-version.query';

@QueryHandler(ReadStateVersion)
export class ReadStateVersionHandler implements IQueryHandler<ReadStateVersion> {
  constructor(private readonly states: StateStore) {}

  async execute({ deploymentId, number }: ReadStateVersion): Promise<Result<Buffer>> {
    const state = await this.states.version(deploymentId, number);
    return state.ok ? ok(state.value.bytes) : state;
  }
}
