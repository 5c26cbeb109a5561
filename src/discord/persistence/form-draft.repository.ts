import type { SessionId, UserId } from '../../shared';

/** What a person typed into a form that was refused, so that they need not type it again. */
export interface FormDraft {
  readonly id: string;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly kind: string;
  /** As typed, by field name. */
  readonly values: Readonly<Record<string, string>>;
}

export abstract class FormDraftRepository {
  /** Keeps it for a day. */
  abstract keep(draft: FormDraft): Promise<void>;
  /** A person's own draft. */
  abstract find(id: string, userId: UserId): Promise<FormDraft | undefined>;
}
