import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { StateStore } from '../following/state-store';
import { ListStateAddresses } from './list-state-addresses.query';

@QueryHandler(ListStateAddresses)
export class ListStateAddressesHandler implements IQueryHandler<ListStateAddresses> {
  constructor(private readonly states: StateStore) {}

  async execute({ deploymentId }: ListStateAddresses): Promise<readonly string[] | undefined> {
    const newest = await this.states.newest(deploymentId);
    return newest.ok ? (newest.value?.state.addresses ?? []) : undefined;
  }
}
