import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Transaction } from '../../../database';
import type { GuildId, ProjectId } from '../../../shared';
import type { Project } from '../domain/project';
import { toProject, toProjectRow } from './project.mapper';
import { ProjectRepository } from './project.repository';
import { ProjectRow } from './project.row';

@Injectable()
export class TypeormProjectRepository extends ProjectRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(project: Project): Promise<boolean> {
    const inserted = await this.transaction.manager.createQueryBuilder().insert().into(ProjectRow).values(toProjectRow(project)).orIgnore().returning('id').execute();
    return Array.isArray(inserted.raw) && inserted.raw.length === 1;
  }

  async put(project: Project): Promise<Project | undefined> {
    const next = { ...project, version: project.version + 1 };
    const { affected } = await this.transaction.manager.update(ProjectRow, { id: project.id, version: project.version }, toProjectRow(next));
    return affected === 1 ? next : undefined;
  }

  async find(id: ProjectId): Promise<Project | undefined> {
    const row = await this.transaction.manager.findOneBy(ProjectRow, { id });
    return row ? toProject(row) : undefined;
  }

  async listOf(guildId: GuildId): Promise<readonly Project[]> {
    return (await this.transaction.manager.find(ProjectRow, { where: { guildId }, order: { name: 'ASC' } })).map(toProject);
  }

  async budgeted(): Promise<readonly Project[]> {
    return (await this.transaction.manager.find(ProjectRow, { where: { monthlyBudgetUsd: Not(IsNull()), archivedAt: IsNull() }, order: { id: 'ASC' } })).map(toProject);
  }
}
