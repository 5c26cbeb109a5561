import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetProject } from '../../modules/access';
import type { SessionView } from '../../modules/sessions';
import { channel, person, type Place } from '../notices/notice';

/** Where people look for what belongs to a session: in its channel, in its project's, and whoever began it in their own messages. */
@Injectable()
export class SessionPlaces {
  constructor(private readonly queries: QueryBus) {}

  async of({ projectId, ownerId }: SessionView, channelId: string): Promise<readonly Place[]> {
    const project = await this.queries.execute(new GetProject(projectId));
    return [...channel(channelId), ...channel(project?.channelId === channelId ? undefined : project?.channelId), person(ownerId)];
  }
}
