import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import type { SessionPage, SessionView } from '../../modules/sessions';
import { formatMonthlyUsd } from '../../shared';
import { lookOf } from './state.view';
import { code, cut, moment, plain } from './text';

/** One page of sessions, newest first. `routeAfter`: the button that goes on after a cursor. */
export function sessionList(page: SessionPage, isFirst: boolean, routeAfter: (cursor: string) => string): { embeds: APIEmbed[]; components: APIActionRowComponent<APIButtonComponent>[] } {
  const buttons: APIButtonComponent[] = [
    ...(isFirst ? [] : [{ type: 2 as const, style: 2 as const, label: 'Newest', custom_id: routeAfter('newest') }]),
    ...(page.next ? [{ type: 2 as const, style: 2 as const, label: 'Older', custom_id: routeAfter(page.next) }] : []),
  ];
  return {
    embeds: [{
      title: 'Sessions', color: 0x5865f2,
      description: cut(page.sessions.map(lineOf).join('\n') || 'There are none. Start one with `/cloud-deploy`.', 4_096),
    }],
    components: buttons.length ? [{ type: 1, components: buttons }] : [],
  };
}

function lineOf(view: SessionView): string {
  const { mark, title } = lookOf(view);
  const cost = view.plan ? ` · ${view.plan.cost.complete ? '' : 'at least '}${formatMonthlyUsd(view.plan.cost.monthlyUsd)}/month` : '';
  // What a failed apply had made by then exists.
  const partial = view.state === 'FAILED' && view.outcome ? ' · deployment **partial**' : '';
  return `${mark} **${plain(view.deploymentName, 40)}** in ${plain(view.projectName, 40)} · ${title}${partial}${cost}\n-# ${code(view.id)} · <@${view.ownerId}> · ${moment(view.createdAt)} · ${view.resources.length} resource${view.resources.length === 1 ? '' : 's'}`;
}
