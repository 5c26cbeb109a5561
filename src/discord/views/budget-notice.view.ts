import type { BudgetNotice } from '../../modules/finops';
import { formatMonthlyUsd } from '../../shared';
import type { Notice } from '../notices/notice.queue';
import { bar } from './bar';
import { code } from './text';

/** Undefined where the project has no channel to tell it in. */
export function budgetNotice({ project, percent, budgetUsd, committed }: BudgetNotice, month: string): Notice | undefined {
  if (!project.channelId) return undefined;
  const { monthlyUsd, complete } = committed;
  const part = Math.round((monthlyUsd / budgetUsd) * 100);
  const over = monthlyUsd - budgetUsd;
  return {
    nonce: `${month}:${percent}:${project.id}`.slice(0, 25), channelId: project.channelId, tell: [], components: [],
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
