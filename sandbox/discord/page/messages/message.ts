import { html, nothing, type TemplateResult } from 'lit';
import type { PageMessage } from '../../page-api';
import { avatarOf } from '../avatar';
import { componentTemplate } from '../components/component';
import { icons } from '../icons';
import { loadingFlag } from '../kinds';
import { markdown } from '../markdown/render-markdown';
import { messageTime } from '../markdown/timestamp';
import { attachmentTemplate } from './attachment';
import { embedTemplate } from './embed';
import type { MessageView } from './message-view';
import { threadCard } from './thread-card';

/** One message with everything that hangs on it. `compact` leaves out avatar and name, as below one by the same author. */
export function messageTemplate(view: MessageView, channelId: string, message: PageMessage, compact: boolean): TemplateResult | typeof nothing {
  const { session } = view;
  if (!session.state) return nothing;
  const name = view.names.user(message.author.id) ?? message.author.global_name ?? message.author.username;
  const failure = session.failures.get(message.id);
  return html`<discord-message
    data-testid="message"
    data-message-id=${message.id}
    ?data-ephemeral=${message.ephemeral}
    role="article"
    aria-label=${`Message by ${name}`}
    .author=${name}
    .avatar=${avatarOf(session.state, message.author.id, name)}
    .bot=${message.author.bot ?? false}
    .verified=${message.author.bot ?? false}
    .timestamp=${messageTime(message.timestamp, Date.now())}
    ?message-body-only=${compact}
  >
    ${commandHeader(view, message)}<div class="markup">${text(view, message)}</div>
    ${attachments(message)}
    ${(message.embeds ?? []).map((embed) => embedTemplate(embed, view.names))}
    ${
      message.components?.length
        ? html`<div slot="components" class="components">
          ${message.components.map((component) => componentTemplate(component, { ...view, channelId, message }))}
        </div>`
        : nothing
    }
    ${failure ? html`<div slot="components" class="interaction-failed" role="alert">${icons.warning} ${failure}</div>` : nothing}
    ${threadCard(session, message)} ${message.ephemeral ? ephemeralFooter(view, message.id) : nothing}
  </discord-message>`;
}

// What an embed shows is not shown again.
function attachments({ attachments: all = [], embeds = [] }: PageMessage): unknown {
  const shown = new Set(embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]));
  const apart = all.filter(({ url }) => !shown.has(url));
  return apart.length > 0 ? html`<div slot="attachments">${apart.map(attachmentTemplate)}</div>` : nothing;
}

function text(view: MessageView, message: PageMessage): unknown {
  if (message.pending || (message.flags ?? 0) & loadingFlag) {
    const name = view.session.state?.application.name ?? 'The application';
    return html`<span class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${name} is thinking…</span>`;
  }
  if (!message.content) return nothing;
  const edited = message.edited_timestamp;
  const mark = edited ? html` <span class="edited" title=${new Date(edited).toLocaleString()}>(edited)</span>` : nothing;
  return html`${markdown(message.content, view.names)}${mark}`;
}

/** "Dev used /cloud-deploy", above the answer to a command. */
function commandHeader({ session, names }: MessageView, { interaction, interaction_metadata: metadata }: PageMessage): unknown {
  const user = interaction?.user ?? metadata?.user;
  if (!interaction?.name || !user || !session.state) return nothing;
  const name = names.user(user.id) ?? user.global_name ?? user.username;
  return html`<discord-command
    slot="reply"
    .author=${name}
    .avatar=${avatarOf(session.state, user.id, name)}
    .command=${interaction.name}
  ></discord-command>`;
}

function ephemeralFooter({ session }: MessageView, messageId: string): TemplateResult {
  return html`<div slot="thread" class="only-you">
    ${icons.eye} Only you can see this •
    <button type="button" class="link" @click=${() => session.dismiss(messageId)}>Dismiss message</button>
  </div>`;
}
