import type { PageAnswer } from '../../page-api';
import { interact } from './api';
import type { PageSession } from './page-session';

export type OptionValues = Record<string, string | number | boolean>;
export type ModalValues = Record<string, string | string[]>;

/** A command, a button or a select may be answered with a form. */
function show(session: PageSession, answer: PageAnswer): PageAnswer {
  if (answer.outcome === 'modal') session.modal = answer.modal;
  session.changed();
  return answer;
}

export async function runCommand(session: PageSession, channelId: string, name: string, options: OptionValues): Promise<PageAnswer> {
  const persona = session.persona?.id ?? '';
  return show(session, await interact({ kind: 'command', persona, channelId, name, options }));
}

export async function complete(session: PageSession, channelId: string, name: string, options: OptionValues, focused: string) {
  const persona = session.persona?.id ?? '';
  const answer = await interact({ kind: 'autocomplete', persona, channelId, name, options, focused });
  if (answer.outcome === 'choices') return answer.choices;
  throw new Error(answer.outcome === 'failed' ? answer.reason : 'Loading options failed');
}

/** A button pressed, or a select's values chosen. */
export async function press(session: PageSession, channelId: string, messageId: string, customId: string, values?: string[]): Promise<void> {
  if (session.pressed.has(messageId)) return;
  session.pressed.set(messageId, customId);
  session.failures.delete(messageId);
  session.touch(messageId);
  session.changed();
  const persona = session.persona?.id ?? '';
  const answer = await interact({ kind: 'component', persona, channelId, messageId, customId, ...(values ? { values } : {}) });
  session.pressed.delete(messageId);
  if (answer.outcome === 'failed') session.failures.set(messageId, answer.reason);
  show(session, answer);
}

/** The reason why it was refused, or nothing when the form is done. */
export async function submitModal(session: PageSession, values: ModalValues): Promise<string | undefined> {
  const modal = session.modal;
  if (!modal) return undefined;
  const persona = session.persona?.id ?? '';
  const answer = await interact({ kind: 'modal', persona, channelId: modal.channelId, modalId: modal.modalId, values });
  if (answer.outcome === 'failed') return answer.reason || 'Something went wrong. Try again.';
  if (session.modal === modal) session.modal = undefined;
  show(session, answer);
  return undefined;
}
