import type { APIEmbed, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { DecidedRequest, GrantNotice, OpenRequest } from '../../modules/access';
import type { GrantId } from '../../shared';
import type { Notice } from '../notices/notice.queue';
import { routeTo } from '../routes';
import { mentionOf } from './grant.view';
import { code, duration, moment, plain, sentence } from './text';

const AMBER = 0xf0b232;
const GREEN = 0x23a55a;
const GREY = 0x4e5058;

/** For the administrators of the project, in the channel that it names, else where it was asked. */
export function requestNotice({ request, project }: OpenRequest, askedIn: string): Notice {
  const { id, userId, level, durationMs, reason, expiresAt } = request;
  return {
    nonce: id, channelId: project.channelId ?? askedIn, tell: [],
    embeds: [{
      title: '🔑 Access wanted', color: AMBER,
      description: `<@${userId}> asks for **${level}** on ${code(project.name)} for ${duration(durationMs)}.\n> ${plain(reason, 300)}`,
      footer: { text: 'An administrator of the project decides.' },
      fields: [{ name: 'Open until', value: moment(expiresAt), inline: true }],
    }],
    components: [{ type: 1, components: [{ type: 2, style: 3, label: 'Approve', custom_id: routeTo.approveAccess(id) }, { type: 2, style: 4, label: 'Deny', custom_id: routeTo.denyAccess(id) }] }],
  };
}

export function decided({ request, grant }: DecidedRequest, by: string): { embeds: APIEmbed[]; components: [] } {
  const what = `**${request.level}** for <@${request.userId}>`;
  const embed = grant ? { color: GREEN, description: `✅ <@${by}> approved ${what}, until ${moment(grant.endsAt, 'f')} (${moment(grant.endsAt)}).` } : { color: GREY, description: `🚫 <@${by}> denied ${what}.` };
  return { embeds: [embed], components: [] };
}

/** Undefined where nobody said where to tell it. */
export function grantNotice({ grant, project, kind }: GrantNotice): Notice | undefined {
  const channelId = grant.channelId ?? project.channelId;
  if (!channelId) return undefined;
  const { id, holder, level, endsAt, grantedBy } = grant;
  const tell = [...(holder.kind === 'user' ? [holder.id] : []), ...(kind === 'over' ? [grantedBy] : [])];
  const said = kind === 'soon'
    ? `⏰ The **${level}** of ${mentionOf(holder)} on ${code(project.name)} ends ${moment(endsAt)}.`
    : `🔒 The **${level}** of ${mentionOf(holder)} on ${code(project.name)} is over. <@${grantedBy}> gave it.`;
  return {
    nonce: `${kind}:${id}`, channelId, tell,
    embeds: [{ color: kind === 'soon' ? AMBER : GREY, description: said }],
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Ask for more', custom_id: routeTo.askMore(id) }] }],
  };
}

export const MORE = { duration: 'duration', reason: 'reason' } as const;

export function moreForm(grant: GrantId): APIModalInteractionResponseCallbackData {
  return {
    custom_id: routeTo.moreForm(grant), title: 'Ask for more',
    components: [
      { type: 18, label: 'For how long', description: 'Such as 90m, 8h or 3d', component: { type: 4, custom_id: MORE.duration, style: 1, required: true, max_length: 10, value: '8h' } },
      { type: 18, label: 'Why', description: 'It stays in the history', component: { type: 4, custom_id: MORE.reason, style: 2, required: true, max_length: 300 } },
    ],
  };
}

/** The same for everybody: whether there is such a project is not for everybody to know. */
export const ASKED = sentence('🔑 If there is such a project here, its administrators have been asked. A request is open for three hours.', 300);
