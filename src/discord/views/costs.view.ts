import { AttachmentBuilder, type APIEmbed } from 'discord.js';
import type { Costs } from '../../modules/finops';
import { formatMonthlyUsd } from '../../shared';
import { costChart } from '../charts/cost-chart';
import { bar } from './bar';
import { code, fit, plain } from './text';

const PICTURE = 'costs.png';
const MOST_WIDE = 12;

/** What runs and what it costs. `people`: the names of owners, by id. */
export function costs(all: Costs, people: ReadonlyMap<string, string> = new Map()): { embeds: APIEmbed[]; files: AttachmentBuilder[] } {
  const { by, groups, monthlyUsd, complete, spentThisMonthUsd, budgetUsd, projectNames, course } = all;
  const isEmpty = groups.length === 0 && course.length === 0;
  const atLeast = complete ? '' : 'at least ';
  return {
    embeds: [{
      title: '💵 Running cost', color: colorOf(all),
      description: `${atLeast}**${formatMonthlyUsd(monthlyUsd)}** per month for ${fit(projectNames.map((name) => code(name, 40)), 500).replaceAll('\n', ' ')}\n${formatMonthlyUsd(spentThisMonthUsd)} so far this month`,
      fields: [
        ...(budgetUsd === undefined ? [] : [{ name: 'Budget', value: `\`${bar(budgetUsd, [[Math.min(monthlyUsd, budgetUsd), '▰']])}\` ${Math.round((monthlyUsd / budgetUsd) * 100)} % of ${formatMonthlyUsd(budgetUsd)} a month` }]),
        { name: `By ${by}`, value: fit(groups.map((group) => line(all, group)), 1_000) || 'Nothing is running.' },
      ],
      ...(!isEmpty && { image: { url: `attachment://${PICTURE}` } }),
      footer: { text: `List prices, without discounts, taxes and what is billed by use${isEmpty ? '' : ' · picture: USD a day, by UTC days'}` },
    }],
    files: isEmpty ? [] : [new AttachmentBuilder(costChart(all, (key) => nameOf(all, key, people)), { name: PICTURE, description: `Cost a day of the last ${all.days.length} days` })],
  };
}

function line({ by, monthlyUsd: total }: Costs, { key, monthlyUsd, complete, resources }: Costs['groups'][number]): string {
  const name = by === 'owner' ? `<@${key}>` : code(key, 40);
  return `\`${bar(total, [[monthlyUsd, '▰']], MOST_WIDE)}\` ${complete ? '' : 'at least '}**${formatMonthlyUsd(monthlyUsd)}** ${name} · ${resources} resource${resources === 1 ? '' : 's'}`;
}

function nameOf({ by }: Costs, key: string, people: ReadonlyMap<string, string>): string {
  return by === 'owner' ? plain(people.get(key) ?? `user ${key}`, 30) : key.slice(0, 40);
}

function colorOf({ budgetUsd, monthlyUsd }: Costs): number {
  if (budgetUsd === undefined || monthlyUsd < budgetUsd * 0.8) return 0x5865f2;
  return monthlyUsd >= budgetUsd ? 0xda373c : 0xf0b232;
}
