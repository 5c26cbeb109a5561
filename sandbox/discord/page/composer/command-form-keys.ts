import type { CommandForm } from './command-form';

/** Arrows move in the list, Enter and Tab take from it, Enter sends, Escape closes it and then the command. */
export function commandFormKeys(form: CommandForm, event: KeyboardEvent): void {
  if (handled(form, event)) event.preventDefault();
}

function handled(form: CommandForm, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const { suggestions } = form.suggester;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && suggestions.length) {
    form.active = (form.active + step + suggestions.length) % suggestions.length;
    return true;
  }
  if (event.key === 'Escape') return escape(form, suggestions.length > 0);
  if (target instanceof HTMLInputElement) return inBox(form, target, event);
  if (event.key === 'Backspace') form.leave(`/${form.command.name}`);
  else if (event.key === 'Enter' && target.matches('.pill-command')) void form.send();
  else return false;
  return true;
}

function escape(form: CommandForm, listed: boolean): boolean {
  if (listed) form.suggester.close();
  else form.leave('');
  return true;
}

function inBox(form: CommandForm, box: HTMLInputElement, event: KeyboardEvent): boolean {
  const name = form.focused ?? '';
  const chosen = form.suggester.suggestions[form.active];
  const taken = form.drafts.get(name)?.picked !== undefined;
  if (event.key === 'Backspace' && box.value === '') form.takeAway(name);
  else if (event.key === 'Enter' && chosen && !taken) form.pick(chosen);
  else if (event.key === 'Enter') void form.send();
  else if (event.key === 'Tab' && !event.shiftKey && chosen && !taken) form.pick(chosen);
  else return false;
  return true;
}
