import type { BudgetNotice } from '../../modules/finops';
import { formatMonthlyUsd } from '../../shared';
import { channel, person, type Notice } from '../notices/notice';
import { bar } from './bar';
import { code } from './text';

/** In the project's channel, else to whoever made the project. */
export function budgetNotice({ project, percent, budgetUsd, committed }: BudgetNotice, month: string): Notice {
  const { monthlyUsd, complete } = committed;
  const part = Math.round((monthlyUsd / budgetUsd) * 100);
  const over = monthlyUsd - budgetUsd;
  return {
    nonce: `${month}:${percent}:${project.id}`.slice(0, 25), to: [...channel(project.channelId), person(project.createdBy)], tell: [], components: [],
    embeds: [{
      color: percent >= 100 ? 0xda373c : percent >= 80 ? 0xf0b232 : 0x5865f2,
      title: percent >= 100 ? '🚨 Budget reached' : `💵 ${percent} % of the budget`,
      description: [
        `${code(project.name, 40)} costs ${complete ? '' : 'at least '}**${formatMonthlyUsd(monthlyUsd)}** of **${formatMonthlyUsd(budgetUsd)}** a month, with what sessions have reserved.`,
        `\`${bar(budgetUsd, [[Math.min(monthlyUsd, budgetUsd), '▰']])}\` ${part} %`,
        percent >= 100 ? `${over > 0 ? `That is **${formatMonthlyUsd(over)}** over. ` : ''}What costs more from now on needs an administrator. \`/cloud-costs\` shows what it is spent on.` : '`/cloud-costs` shows what it is spent on.',
      ].join('\n'),
    }],
  };
}
