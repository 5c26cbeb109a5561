import { NecordModule } from 'necord';

/** Necord, but for its login: whether this process holds the gateway is decided by who leads. */
export class StandbyNecordModule extends NecordModule {
  override onApplicationBootstrap(): Promise<string> {
    return Promise.resolve('');
  }
}
