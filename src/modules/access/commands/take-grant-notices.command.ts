import { Command } from '@nestjs/cqrs';
import type { Grant } from '../domain/grant';
import type { Project } from '../domain/project';

export interface GrantNotice {
  readonly grant: Grant;
  readonly project: Project;
  /** `soon`: it ends within ten minutes; `over`: it has ended, by time or by somebody. */
  readonly kind: 'soon' | 'over';
}

/** What people have to be told about the end of grants, each of it handed out once: belongs into the transaction that sees to it. */
export class TakeGrantNotices extends Command<readonly GrantNotice[]> {}
