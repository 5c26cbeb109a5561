import type { APIEmbedField } from 'discord.js';
import type { CostEstimate, CostLine } from '../../modules/finops';
import type { SessionPlan } from '../../modules/sessions';
import { formatHourlyUsd, formatMonthlyUsd } from '../../shared';
import { cut, fenced, fit, plain } from './text';

/** What the plan will do: its counts, and every change by address. */
export function planFields({ counts, changes }: SessionPlan): APIEmbedField[] {
  const lines = changes.map((change) => `${signOf(change)}${cut(change.address, 90)}`);
  const summary = `Plan: ${counts.add} to add, ${counts.change} to change, ${counts.destroy} to destroy`;
  return [{ name: '🏗️ Plan', value: `**${summary}**${lines.length ? `\n${fenced(fit(lines, 750), 'diff')}` : ''}` }];
}

function signOf(change: SessionPlan['changes'][number]): string {
  if (change.replace) return '-/+ ';
  if (change.actions.includes('create')) return '+ ';
  if (change.actions.includes('delete')) return '- ';
  return change.actions.includes('update') ? '! ' : '  ';
}

/** What it costs; sums that leave something out say so. */
export function costField(cost: CostEstimate): APIEmbedField {
  const atLeast = cost.complete ? '' : 'at least ';
  const total = `${atLeast}**${formatHourlyUsd(cost.hourlyUsd)}** per hour · **${formatMonthlyUsd(cost.monthlyUsd)}** per month`;
  if (cost.monthlyBeforeUsd > 0 && cost.monthlyUsd === 0) return { name: '💵 Cost', value: `Saves ${atLeast}**${formatMonthlyUsd(cost.monthlyBeforeUsd)}** per month (${formatHourlyUsd(cost.hourlyBeforeUsd)} per hour).` };
  const changed = cost.monthlyBeforeUsd > 0 ? `\n${cost.differenceMonthlyUsd >= 0 ? '+' : ''}${formatMonthlyUsd(cost.differenceMonthlyUsd)} per month compared with now` : '';
  const priced = cost.lines.filter((line) => line.priceDate !== null || line.monthlyUsd === null);
  return { name: '💵 Cost', value: cut(`${total}${changed}\n${fit(priced.map(lineOf), 800)}`.trim(), 1_024) };
}

function lineOf(line: CostLine): string {
  const resource = line.address.split('.').slice(1).join('.') || line.address;
  const amount = line.monthlyUsd === null ? 'price unknown' : `${formatMonthlyUsd(line.monthlyUsd)}/month`;
  return `-# ${plain(resource, 40)} · ${plain(line.description, 60)} · ${amount}${line.assumption ? ` (${plain(line.assumption, 70)})` : ''}`;
}
