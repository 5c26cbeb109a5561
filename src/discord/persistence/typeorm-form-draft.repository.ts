import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { SessionId, UserId } from '../../shared';
import { FormDraftRepository, type FormDraft } from './form-draft.repository';
import { FormDraftRow } from './form-draft.row';

@Injectable()
export class TypeormFormDraftRepository extends FormDraftRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async keep(draft: FormDraft): Promise<void> {
    await this.transaction.manager.query(`DELETE FROM discord_form_draft WHERE created_at < clock_timestamp() - interval '1 day'`);
    await this.transaction.manager.insert(FormDraftRow, { ...draft, values: { ...draft.values } });
  }

  async find(id: string, userId: UserId): Promise<FormDraft | undefined> {
    const row = await this.transaction.manager.findOneBy(FormDraftRow, { id, userId });
    return row ? { id, userId, sessionId: row.sessionId as SessionId, kind: row.kind, values: row.values } : undefined;
  }
}
