import type { APIApplicationCommand } from 'discord.js';
import { html, type TemplateResult } from 'lit';
import { applicationAvatar } from '../avatar';
import { commandOptions } from './command-options';

interface Picker {
  commands: readonly APIApplicationCommand[];
  application: string;
  active: number;
  pick(command: APIApplicationCommand): void;
  point(index: number): void;
}

/** The list that a slash opens. */
export function commandPicker({ commands, application, active, pick, point }: Picker): TemplateResult {
  const keepFocus = (event: Event) => event.preventDefault();
  return html`<div id="command-picker" class="popup" role="listbox" aria-label="Commands" data-testid="command-picker" @mousedown=${keepFocus}>
    <div class="popup-title"><img src=${applicationAvatar} alt="" /> ${application}</div>
    ${commands.length === 0 ? html`<div class="popup-empty">No command matches. Delete some letters, or press Escape.</div>` : ''}
    ${commands.map(
      (command, index) =>
        html`<div
          id=${`pick-${command.name}`}
          role="option"
          class="command"
          data-testid=${`command-${command.name}`}
          aria-label=${`/${command.name}`}
          aria-selected=${index === active ? 'true' : 'false'}
          ?data-active=${index === active}
          @click=${() => pick(command)}
          @pointermove=${() => point(index)}
        >
          <span class="command-words">
            <span class="command-line"><strong>/${command.name}</strong>${commandOptions(command).map((option) => html`<span class="command-option ${option.required ? 'needed' : ''}">${option.name}</span>`)}</span>
            <small>${command.description}</small>
          </span>
          <span class="command-owner">${application}</span>
        </div>`,
    )}
  </div>`;
}
