import type { APIEmbed } from 'discord.js';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { withEmoji } from '../markdown/emoji';
import { markdown, type Names } from '../markdown/render-markdown';
import { messageTime } from '../markdown/timestamp';
import { localUrl } from './local-url';

/**
 * Titles and names of fields are written here and not given to the embed element: it knows no markdown in them, and
 * takes any long number for an emoji to be fetched from Discord.
 */
export function embedTemplate(embed: APIEmbed, names: Names): TemplateResult {
  const color = embed.color === undefined ? undefined : hexColor(embed.color);
  return html`<discord-embed slot="embeds" .color=${color} .thumbnail=${localUrl(embed.thumbnail?.url)} .image=${localUrl(embed.image?.url)}>
    ${embed.author ? html`<div slot="description" class="embed-author">${maybeLink(withEmoji(embed.author.name), embed.author.url)}</div>` : nothing}
    ${embed.title ? html`<div slot="description" class="embed-title">${maybeLink(markdown(embed.title, names), embed.url)}</div>` : nothing}
    ${
      embed.description
        ? html`<discord-embed-description slot="description"><div class="markup">${markdown(embed.description, names)}</div></discord-embed-description>`
        : nothing
    }
    ${embed.fields?.length ? fields(embed.fields, names) : nothing} ${footer(embed)}
  </discord-embed>`;
}

export function hexColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function maybeLink(content: unknown, url: string | undefined): unknown {
  if (!url || !/^https?:\/\//i.test(url)) return content;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}

function fields(list: NonNullable<APIEmbed['fields']>, names: Names): TemplateResult {
  const columns = inlineColumns(list.map(({ inline }) => inline ?? false));
  return html`<discord-embed-fields slot="fields">
    ${list.map(
      ({ name, value }, index) =>
        html`<discord-embed-field inline-index=${ifDefined(columns[index])}>
          <div class="field-name">${markdown(name, names)}</div>
          <div class="markup">${markdown(value, names)}</div>
        </discord-embed-field>`,
    )}
  </discord-embed-fields>`;
}

/** The third of the width that an inline field takes: 1 to 3, starting anew after a field that takes a row. */
export function inlineColumns(inline: readonly boolean[]): (1 | 2 | 3 | undefined)[] {
  let next: 1 | 2 | 3 = 1;
  return inline.map((isInline) => {
    if (!isInline) {
      next = 1;
      return undefined;
    }
    const column = next;
    next = next === 1 ? 2 : next === 2 ? 3 : 1;
    return column;
  });
}

function footer({ footer: words, timestamp }: APIEmbed): unknown {
  if (!words && !timestamp) return nothing;
  const parts = [words?.text, timestamp ? messageTime(timestamp, Date.now()) : undefined].filter(Boolean);
  return html`<discord-embed-footer slot="footer"><span>${withEmoji(parts.join(' • '))}</span></discord-embed-footer>`;
}
