import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { GrantView, ListedChange, ListedRequest } from '../../modules/access';
import { routeTo } from '../routes';
import { mentionOf } from './grant.view';
import { changeButtons } from './project-change.view';
import { code, duration, fit, moment, plain } from './text';

/** Discord takes five rows of buttons; the rest of the requests follows when these are decided. */
const MOST_WITH_BUTTONS = 5;

/** What the administrator of some projects has to decide, and who holds what there. */
export function accessList(requests: readonly ListedRequest[], changes: readonly ListedChange[], grants: readonly GrantView[]): { embeds: APIEmbed[]; components: APIActionRowComponent<APIButtonComponent>[] } {
  const asked = requests.map(({ userId, level, projectName, durationMs, reason, expiresAt }, index) => `**${index + 1}.** <@${userId}> asks for **${level}** on ${code(projectName, 40)} for ${duration(durationMs)}, open until ${moment(expiresAt, 't')}\n> ${plain(reason, 120)}`);
  const proposed = changes.map(({ askedBy, projectName, edit, expiresAt }, index) => `**${requests.length + index + 1}.** <@${askedBy}> wants to change ${Object.keys({ ...edit, ...edit.rules }).filter((name) => name !== 'rules').join(', ')} of ${code(projectName, 40)}, open until ${moment(expiresAt, 't')}`);
  const held = grants.map(({ holder, level, projectName, endsAt }) => `${mentionOf(holder)} has **${level}** on ${code(projectName, 40)}, ends ${moment(endsAt)}`);
  return {
    embeds: [
      { title: '🔑 Waiting for a decision', color: 0xf0b232, description: fit([...asked, ...proposed], 2_500) || 'Nobody is waiting.' },
      { title: 'Who holds what', color: 0x5865f2, description: fit(held, 2_500) || 'Nobody holds a grant on a project of yours.' },
    ],
    components: [
      ...requests.map(({ id }, index) => ({ type: 1 as const, components: [{ type: 2 as const, style: 3 as const, label: `Approve ${index + 1}`, custom_id: routeTo.approveAccess(id) }, { type: 2 as const, style: 4 as const, label: `Deny ${index + 1}`, custom_id: routeTo.denyAccess(id) }] })),
      ...changes.map((change, index) => changeButtons(change, ` ${requests.length + index + 1}`)),
    ].slice(0, MOST_WITH_BUTTONS),
  };
}
