import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { z } from 'zod';
import { Transaction } from '../../../database';
import { History, type GuildId, type ProjectId, type UserId } from '../../../shared';

/** Commands that act for a person carry who that is; what they are about stands in one of these. */
const byPerson = z.object({
  actor: z.object({ guildId: z.string(), userId: z.string() }),
  sessionId: z.string().optional(), deploymentId: z.string().optional(), projectId: z.string().optional(), grantId: z.string().optional(), requestId: z.string().optional(), changeId: z.string().optional(),
});
const refused = z.object({ ok: z.literal(false), failure: z.object({ code: z.string() }) });

/**
 * Records every refusal of a command that a person gave, wherever the refusal comes from. A refusal changes nothing, so its row
 * stands by itself; deeds record themselves, in the transaction of what they do.
 */
@Injectable()
export class RefusalRecorder implements OnModuleInit {
  private readonly logger = new Logger(RefusalRecorder.name);

  constructor(
    private readonly commands: CommandBus,
    private readonly history: History,
    private readonly transaction: Transaction,
  ) {}

  onModuleInit(): void {
    const execute: (command: ICommand) => Promise<unknown> = this.commands.execute.bind(this.commands);
    this.commands.execute = async (command: ICommand): Promise<never> => {
      const answer = await execute(command);
      await this.look(command, answer);
      return answer as never;
    };
  }

  private async look(command: ICommand, answer: unknown): Promise<void> {
    const [given, refusal] = [byPerson.safeParse(command), refused.safeParse(answer)];
    if (!given.success || !refusal.success) return;
    const { actor, sessionId, deploymentId, projectId, grantId, requestId, changeId } = given.data;
    const subject = sessionId ?? deploymentId ?? grantId ?? requestId ?? changeId ?? projectId ?? 'none';
    const guildId = actor.guildId as GuildId;
    try {
      const about = await this.projectOf(guildId, subject);
      await this.history.record({
        guildId, actorId: actor.userId as UserId, action: `refused.${command.constructor.name}`, subject, outcome: 'refused', detail: { code: refusal.data.failure.code }, ...(about && { projectId: about }),
      });
    } catch (error) {
      this.logger.error({ err: error }, 'Recording a refusal');
    }
  }

  /** Of whatever this guild's history knows; an id from elsewhere has none here. */
  private async projectOf(guildId: GuildId, subject: string): Promise<ProjectId | undefined> {
    const [row] = await this.transaction.manager.query<{ id: ProjectId }[]>('SELECT project_id AS id FROM history WHERE guild_id = $1 AND subject = $2 AND project_id IS NOT NULL ORDER BY id DESC LIMIT 1', [guildId, subject]);
    return row?.id;
  }
}
