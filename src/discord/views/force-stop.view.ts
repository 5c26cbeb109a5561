import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { SessionView } from '../../modules/sessions';
import { routeTo } from '../routes';
import { code } from './text';

interface Message {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
}

/** For everybody to see: somebody asks, and an administrator presses. */
export function forceQuestion({ id, deploymentName }: Pick<SessionView, 'id' | 'deploymentName'>, askedBy: string): Message {
  return {
    embeds: [{
      title: '⚠️ Stop by force?', color: 0xda373c,
      description: `<@${askedBy}> asks to stop ${code(deploymentName)} by force. What is in flight is abandoned: it may exist without being recorded, and the deployment has to be reconciled afterwards.\n\nAn **administrator** of the project has to confirm. Waiting for Terraform to finish what is in flight costs nothing.`,
    }],
    components: [{ type: 1, components: [{ type: 2, style: 4, label: 'Stop by force', custom_id: routeTo.forceStop(id) }] }],
  };
}

export function forced(deploymentName: string, by: string): Message {
  return { embeds: [{ color: 0xda373c, description: `🛑 <@${by}> stopped ${code(deploymentName)} by force. The thread tells how it ended.` }], components: [] };
}
