import { html } from 'lit';
import type { MarkdownNode } from './markdown';

/** Who and what mentions stand for, and what a click on one does. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  role(id: string): string | undefined;
  openChannel(id: string): void;
  useCommand(name: string): void;
}

type Mention = Extract<MarkdownNode, { type: 'user' | 'role' | 'channel' | 'slashCommand' | 'everyone' | 'here' }>;

/** `<@id>` and its kind: a name to point at, and to press where that leads somewhere. */
export function mention(node: Mention, names: Names): unknown {
  switch (node.type) {
    case 'user':
      return html`<discord-mention type="user">${names.user(node.id) ?? 'unknown-user'}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${names.role(node.id) ?? 'unknown-role'}</discord-mention>`;
    case 'channel':
      return pressable('channel', 'link', names.channel(node.id) ?? 'unknown', () => names.openChannel(node.id));
    case 'slashCommand':
      return pressable('slash', 'button', node.fullName, () => names.useCommand(node.fullName));
    default:
      return html`<discord-mention type="user">${node.type}</discord-mention>`;
  }
}

function pressable(type: string, role: string, words: string, press: () => void): unknown {
  const pressed = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') press();
  };
  return html`<discord-mention .type=${type} role=${role} tabindex="0" @click=${press} @keydown=${pressed}>${words}</discord-mention>`;
}
