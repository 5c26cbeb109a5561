import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { SessionId } from '../../shared';
import { FormDraftRow } from './form-draft.row';

export interface FormDraft {
  readonly sessionId: SessionId;
  readonly kind: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Forms that were refused, kept for a day so that nothing has to be typed twice. */
@Injectable()
export class FormDraftRepository {
  constructor(private readonly transaction: Transaction) {}

  async keep(userId: string, draft: FormDraft): Promise<string> {
    const id = randomBytes(9).toString('hex');
    await this.transaction.run(async () => {
      const { manager } = this.transaction;
      await manager.insert(FormDraftRow, { id, userId, ...draft, answers: { ...draft.answers } });
      await manager.query("DELETE FROM discord_form_draft WHERE created_at < clock_timestamp() - interval '1 day'");
    });
    return id;
  }

  /** Only for the person who typed it. */
  async find(id: string, userId: string): Promise<FormDraft | undefined> {
    const row = await this.transaction.manager.findOneBy(FormDraftRow, { id, userId });
    return row ? { sessionId: row.sessionId as SessionId, kind: row.kind, answers: row.answers } : undefined;
  }
}
