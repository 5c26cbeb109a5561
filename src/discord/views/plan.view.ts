import type { APIEmbedField } from 'discord.js';
import type { CostEstimate, CostLine } from '../../modules/finops';
import type { SessionPlan } from '../../modules/sessions';
import { formatHourlyUsd, formatMonthlyUsd } from '../../shared';
import { code, cut, fenced, fit, plain } from './text';

/** What the plan will do: its counts, and every change by address. */
export function planFields({ counts, changes, orphans }: SessionPlan): APIEmbedField[] {
  const lines = changes.map((change) => `${signOf(change)}${cut(change.address, 90)}`);
  const state = [counts.import && `${counts.import} to import`, counts.refresh && `${counts.refresh} to bring up to date`].filter(Boolean).join(', ');
  const summary = `Plan: ${state ? `${state}, ` : ''}${counts.add} to add, ${counts.change} to change, ${counts.destroy} to destroy`;
  return [{ name: '🏗️ Plan', value: `**${summary}**${lines.length ? `\n${fenced(fit(lines, 750), 'diff')}` : ''}` }, ...(orphans.length > 0 ? [orphansField(orphans)] : [])];
}

function signOf(change: SessionPlan['changes'][number]): string {
  const mark = STATE_MARKS[change.actions[0] ?? ''];
  if (mark) return mark;
  if (change.replace) return '-/+ ';
  if (change.actions.includes('create')) return '+ ';
  if (change.actions.includes('delete')) return '- ';
  return change.actions.includes('update') ? '! ' : '  ';
}

/** What is done to the state alone. */
const STATE_MARKS: Readonly<Record<string, string>> = { import: '+ import ', refresh: '! changed outside: ', forget: '- gone outside: ' };

const WHY: Readonly<Record<SessionPlan['orphans'][number]['reason'], string>> = {
  begun: 'was being made', failed: 'failed while it was made', refused: 'cannot be imported', later: 'can be imported after this',
};

function orphansField(orphans: SessionPlan['orphans']): APIEmbedField {
  const lines = orphans.map(({ address, id, reason }) => `• ${code(address, 90)} ${WHY[reason]}${id === undefined ? '' : `: ${code(id, 120)}`}`);
  return { name: '🔎 May exist unrecorded: look for it in the cloud’s console', value: fit(lines, 900) };
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
