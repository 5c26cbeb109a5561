import { Query } from '@nestjs/cqrs';
import type { Project } from '../domain/project';

/** Every project that has a budget and is not archived, of all guilds: for the engine's own look at them, never for a person's. */
export class ListBudgetedProjects extends Query<readonly Project[]> {}
