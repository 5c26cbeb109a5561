import type { APIAttachment } from 'discord.js';
import { html, type TemplateResult } from 'lit';
import { icons } from '../icons';
import { fileSize, isText } from './file-size';
import { localUrl } from './local-url';
import './text-attachment';

export function attachmentTemplate(attachment: APIAttachment): TemplateResult {
  const url = localUrl(attachment.url);
  const { filename, size, content_type: type } = attachment;
  if (url && type?.startsWith('image/')) {
    return html`<img class="picture" data-testid="attachment" src=${url} alt=${attachment.description ?? filename} />`;
  }
  if (url && isText(attachment)) {
    return html`<text-attachment data-testid="attachment" data-filename=${filename} .url=${url} .filename=${filename} .size=${size}></text-attachment>`;
  }
  return fileCard(filename, size, url);
}

export function fileCard(filename: string, size: number | undefined, url: string | undefined): TemplateResult {
  const link = url ? html`<a href=${url} download=${filename}>${filename}</a>` : html`<span>${filename}</span>`;
  return html`<div class="file-card" data-testid="attachment" data-filename=${filename}>
    <span class="file-icon">${icons.file}</span>
    <div class="file-words">${link}<small>${size === undefined ? '' : fileSize(size)}</small></div>
    ${url ? html`<a class="icon-button" href=${url} download=${filename} aria-label=${`Download ${filename}`} title="Download">${icons.download}</a>` : ''}
  </div>`;
}
