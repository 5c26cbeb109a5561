import type { APIActionRowComponent, APIStringSelectComponent } from 'discord.js';
import type { KindSummary } from '../../modules/providers';
import type { SessionView } from '../../modules/sessions';
import { routeTo } from '../routes';
import { cut } from './text';

// What a select holds at most.
const MOST_OPTIONS = 25;

/** What can be added, and what can be taken out again. */
export function kindPicker(view: SessionView, kinds: readonly KindSummary[], words?: string): { content: string; components: APIActionRowComponent<APIStringSelectComponent>[] } {
  const add: APIStringSelectComponent = {
    type: 3, custom_id: routeTo.chooseKind(view.id), placeholder: 'Choose what to add',
    options: kinds.slice(0, MOST_OPTIONS).map(({ kind, title, description }) => ({ label: cut(title, 100), value: kind, description: cut(description, 100) })),
  };
  const remove: APIStringSelectComponent = {
    type: 3, custom_id: routeTo.removeResource(view.id), placeholder: 'Remove a resource',
    options: view.resources.slice(0, MOST_OPTIONS).map(({ kind, name }) => ({ label: cut(name, 100), value: `${kind}/${name}`, description: kind })),
  };
  return {
    content: words ?? `**What do you want to add to \`${view.deploymentName}\`?** A form asks for the details; nothing is created before you approve the plan.`,
    components: [{ type: 1, components: [add] }, ...(view.resources.length ? [{ type: 1 as const, components: [remove] }] : [])],
  };
}
