import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { SessionView } from '../../modules/sessions';
import { cut } from './text';

/** The one field of the form that confirms a destroy. */
export const TYPED_NAME = 'name';

/** Asks for the deployment's name: nobody types it by accident. */
export function destroyForm(customId: string, { deploymentName, plan }: SessionView): APIModalInteractionResponseCallbackData {
  const count = plan?.counts.destroy ?? 0;
  return {
    custom_id: customId, title: cut(`Destroy ${deploymentName}`, 45),
    components: [{
      type: 18, label: 'Type the name of the deployment', description: cut(`${count} resource${count === 1 ? '' : 's'} will be gone for good, and what is in them.`, 100),
      component: { type: 4, custom_id: TYPED_NAME, style: 1, required: true, max_length: 39, placeholder: deploymentName },
    }],
  };
}
