import type { APIMessageTopLevelComponent } from 'discord.js';
import { html, type TemplateResult } from 'lit';
import type { PageMessage } from '../../page-api';
import { component as kind, largeSpacing } from '../kinds';
import { markdown } from '../markdown/render-markdown';
import { fileCard } from '../messages/attachment';
import { hexColor } from '../messages/embed';
import { localUrl } from '../messages/local-url';
import type { MessageView } from '../messages/message-view';
import { buttonTemplate } from './button';
import { pictures, sectionTemplate } from './section';
import { selectTemplate } from './select';

/** Where a component stands, so that pressing it can be told to the server. */
export interface ComponentView extends MessageView {
  channelId: string;
  message: PageMessage;
}

export function componentTemplate(component: APIMessageTopLevelComponent, view: ComponentView): TemplateResult {
  switch (component.type) {
    case kind.actionRow:
      return html`<div class="action-row">
        ${component.components.map((part) => (part.type === kind.button ? buttonTemplate(part, view) : selectTemplate(part, view)))}
      </div>`;
    case kind.textDisplay:
      return html`<div class="markup">${markdown(component.content, view.names)}</div>`;
    case kind.separator:
      return html`<div class="separator ${component.spacing === largeSpacing ? 'large' : ''} ${component.divider === false ? '' : 'divider'}"></div>`;
    case kind.section:
      return sectionTemplate(component, view);
    case kind.container:
      return container(component, view);
    case kind.mediaGallery:
      return pictures(component.items);
    case kind.file:
      return fileComponent(component, view);
  }
}

function container(component: Extract<APIMessageTopLevelComponent, { type: typeof kind.container }>, view: ComponentView): TemplateResult {
  const accent = component.accent_color === undefined || component.accent_color === null ? '' : `--accent: ${hexColor(component.accent_color)}`;
  return html`<div class="container ${accent ? 'accented' : ''}" style=${accent}>
    ${component.components.map((part) => componentTemplate(part, view))}
  </div>`;
}

/** `attachment://name` stands for the message's own attachment of that name. */
function fileComponent(
  { file, name, size }: Extract<APIMessageTopLevelComponent, { type: typeof kind.file }>,
  { message }: ComponentView,
): TemplateResult {
  const wanted = file.url.replace(/^attachment:\/\//, '');
  const attachment = message.attachments?.find(({ filename }) => filename === wanted);
  return fileCard(
    name ?? attachment?.filename ?? wanted.split('/').at(-1) ?? 'file',
    size ?? attachment?.size,
    localUrl(attachment?.url ?? file.url),
  );
}
