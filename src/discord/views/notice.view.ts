import type { MessageView, Row } from './message-view';
import { short } from './text';

const GREEN = 0x57f287;

/** Something worked: one or two sentences, as markdown of ours. */
export function noticeView(description: string, components: Row[] = []): MessageView {
  return { embeds: [{ color: GREEN, description: short(description, 4000) }], components };
}
