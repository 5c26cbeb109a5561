import type { APIEmbed, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { AccessRequest, DecidedRequest, Grant, RequestState, RequestView } from '../../modules/access';
import type { GrantId, UserId } from '../../shared';
import { channel, person, type Notice } from '../notices/notice';
import { routeTo } from '../routes';
import { code, duration, moment, plain, sentence } from './text';

const AMBER = 0xf0b232;
const GREEN = 0x23a55a;
const GREY = 0x4e5058;

/** The request as its administrators see it, in the channel of the project or, without buttons, in a direct message. */
export function requestCard({ request, project, state, decidedBy, grant }: RequestView, isDirect = false): Pick<Notice, 'embeds' | 'components'> {
  const { id, userId, level, durationMs, reason, expiresAt } = request;
  if (state !== 'open') return { embeds: [ended(request, state, decidedBy, grant)], components: [] };
  return {
    embeds: [{
      title: '🔑 Access wanted', color: AMBER,
      description: `<@${userId}> asks for **${level}** on ${code(project.name)} for ${duration(durationMs)}.\n> ${plain(reason, 300)}`,
      footer: { text: isDirect ? 'Decide with /cloud-access in the server.' : 'An administrator of the project decides.' },
      fields: [{ name: 'Open until', value: moment(expiresAt), inline: true }],
    }],
    components: [{ type: 1, components: [{ type: 2, style: 3, label: 'Approve', custom_id: routeTo.approveAccess(id) }, { type: 2, style: 4, label: 'Deny', custom_id: routeTo.denyAccess(id) }] }],
  };
}

export function decided({ request, grant }: DecidedRequest, by: UserId): { embeds: APIEmbed[]; components: [] } {
  return { embeds: [ended(request, grant ? 'approved' : 'denied', by, grant)], components: [] };
}

function ended({ userId, level }: AccessRequest, state: RequestState, by: UserId | undefined, grant: Grant | undefined): APIEmbed {
  const what = `**${level}** for <@${userId}>`;
  if (state === 'lapsed') return { color: GREY, description: `⌛ Nobody decided on ${what} within three hours.` };
  return grant ? { color: GREEN, description: `✅ <@${by}> approved ${what}, until ${moment(grant.endsAt, 'f')} (${moment(grant.endsAt)}).` } : { color: GREY, description: `🚫 <@${by}> denied ${what}.` };
}

/** To whoever asked, what became of it. It names no project: where nobody answers there may be none. */
export function requestEnded({ id, userId, level, askedAt, channelId }: AccessRequest, decision?: DecidedRequest): Notice {
  const mine = `Your request for **${level}** of ${moment(askedAt, 'f')}`;
  const said = !decision ? `⌛ ${mine} was not decided within three hours, and is over. Ask again, or ask somebody who administers the project.`
    : decision.grant ? `✅ ${mine} was approved. It ends ${moment(decision.grant.endsAt)}; \`/cloud-projects\` shows what you may do.` : `🚫 ${mine} was denied.`;
  return { nonce: `end:${id}`.slice(0, 25), to: [person(userId), ...channel(channelId)], tell: [userId], components: [], embeds: [{ color: decision?.grant ? GREEN : GREY, description: said }] };
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
