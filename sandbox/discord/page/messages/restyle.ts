/**
 * discord-components-core draws Discord as it looked some years ago, behind shadow roots. These sheets, added to its own,
 * bring its elements up to the present client. They must be added before the first element is made.
 */
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordSpoiler } from '@skyra/discord-components-core/discord-spoiler.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { css } from 'lit';

DiscordMessage.elementStyles.push(css`
  :host { color: var(--text); font-family: inherit; font-size: 1rem; line-height: 1.375rem; padding: 2px 16px 2px 16px; margin: 17px 0 0; }
  :host([message-body-only]) { padding-block: 1px !important; }
  :host(:hover) { background: var(--hover-message); }
  :host([data-ephemeral]), :host([data-ephemeral]:hover) { background: var(--ephemeral); }
  .discord-author-avatar { margin-top: 2px; }
  .discord-message-content { min-width: 0; padding-top: 0; line-height: 1.375rem; }
  .discord-message-timestamp { color: var(--muted); font-size: .75rem; line-height: 1.375rem; margin-left: 4px; }
  .discord-message-body-only-indent { width: 56px; min-width: 56px; margin-left: 0; align-self: flex-start; }
  .discord-message-timestamp-hover::before { font-size: .6875rem; letter-spacing: -.01em; }
  .discord-message-body { font-size: 1rem; }
  .discord-message-markup { display: block; overflow-wrap: anywhere; }
`);

DiscordAuthorInfo.elementStyles.push(css`
  :host { font-size: 1rem; line-height: 1.375rem; }
  :host .discord-author-username { color: inherit; font-weight: 500; }
`);

DiscordVerifiedAuthorTag.elementStyles.push(css`
  :host { border-radius: 4px; font-size: .6875rem; font-weight: 600; height: 15px; letter-spacing: .01em; padding: 0 4.5px; margin-top: 1px; }
`);

DiscordCommand.elementStyles.push(css`
  :host { color: var(--muted); font-family: inherit; margin-bottom: 4px; padding-top: 2px; }
  :host:before { border-color: var(--spine) !important; border-top-left-radius: 8px; }
  :host .discord-replied-message-username { color: var(--text); opacity: 1; }
  :host .discord-slash-command-name { color: var(--mention-text) !important; background: var(--mention); opacity: 1; border-radius: 4px; }
  :host .discord-slash-command-name svg { display: none; }
  :host .discord-slash-command-name span::before { content: '/'; }
  :host .discord-replied-message-avatar { margin-right: 6px; }
`);

DiscordEmbed.elementStyles.push(css`
  :host { color: var(--text); font-size: .875rem; margin: 4px 0; max-width: min(520px, 100%); }
  :host .discord-left-border { border-radius: 4px 0 0 4px; background: var(--spine); }
  :host .discord-embed-root { flex: 1; }
  :host .discord-embed-wrapper { background: var(--surface); border: 1px solid var(--line); border-left: 0; max-width: 516px; width: 100%; justify-self: stretch; }
  :host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 8px 16px 16px 12px; }
  slot[name='description']::slotted(*), slot[name='fields']::slotted(*) { grid-column: 1 / 1; }
`);

DiscordEmbedDescription.elementStyles.push(css`:host { display: block; line-height: 1.125rem; overflow-wrap: anywhere; }`);
DiscordEmbedFields.elementStyles.push(css`
  :host { grid-template-columns: repeat(12, minmax(0, 1fr)); }
  @media (max-width: 560px) { ::slotted([inline-index]) { grid-column: span 6 !important; } }
`);
DiscordEmbedField.elementStyles.push(css`:host { display: block; overflow-wrap: anywhere; }`);
DiscordEmbedFooter.elementStyles.push(css`:host { color: var(--text); }`);

DiscordMention.elementStyles.push(css`
  :host { color: var(--mention-text); background: var(--mention); border-radius: 3px; padding: 0 2px; }
  :host(:hover) { color: #fff; background: var(--brand); }
`);

DiscordSpoiler.elementStyles.push(css`
  :host { background: var(--spoiler); border-radius: 4px; }
  :host(:hover) { background: var(--spoiler-hover); }
`);
