import type { APIMediaGalleryItem, APISectionComponent } from 'discord.js';
import { html, nothing, type TemplateResult } from 'lit';
import { component as kind } from '../kinds';
import { markdown } from '../markdown/render-markdown';
import { localUrl } from '../messages/local-url';
import { buttonTemplate } from './button';
import type { ComponentView } from './component';

/** Text with a button or a small picture at its right. */
export function sectionTemplate({ components, accessory }: APISectionComponent, view: ComponentView): TemplateResult {
  return html`<div class="section">
    <div class="section-words">${components.map(({ content }) => html`<div class="markup">${markdown(content, view.names)}</div>`)}</div>
    ${accessory.type === kind.button ? buttonTemplate(accessory, view) : picture(accessory.media.url, accessory.description, 'thumbnail')}
  </div>`;
}

export function pictures(items: readonly APIMediaGalleryItem[]): TemplateResult {
  return html`<div class="gallery">${items.map(({ media, description }) => picture(media.url, description, 'picture'))}</div>`;
}

function picture(url: string, description: string | null | undefined, className: string): unknown {
  const source = localUrl(url);
  return source ? html`<img class=${className} src=${source} alt=${description ?? ''} />` : nothing;
}
