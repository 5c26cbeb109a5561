import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListProjects, type Actor } from '../../modules/access';
import type { ProjectId } from '../../shared';

/** Autocomplete hands over an id; whoever types by hand gives a name. */
@Injectable()
export class ProjectOption {
  constructor(private readonly queries: QueryBus) {}

  async resolve(actor: Actor, text: string): Promise<ProjectId> {
    const visible = await this.queries.execute(new ListProjects(actor, 'READ'));
    return visible.find(({ project }) => project.name === text.trim())?.project.id ?? (text.slice(0, 40) as ProjectId);
  }
}
