import type { Failure } from '../../shared';
import type { MessageView, Row } from './message-view';
import { prose } from './text';

const RED = 0xed4245;

/** A refusal: the sentence, and small below it the code that support and documentation know it by. */
export function failureView(failure: Failure, components: Row[] = []): MessageView {
  return { embeds: [{ color: RED, description: prose(failure.message, 3500), footer: { text: failure.code.slice(0, 100) } }], components };
}

/** Something broke on our side; the reference is in the log. */
export function brokenView(reference: string): MessageView {
  return {
    embeds: [{ color: RED, description: `Something broke on our side; nothing you typed was wrong. Try again, and if it stays, give the reference \`${reference}\` to whoever runs Cloud Engine.`, footer: { text: `UNEXPECTED · ${reference}` } }],
    components: [],
  };
}
