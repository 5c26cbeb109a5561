import type { APIEmbedField } from 'discord.js';
import { budgetInWords, type BudgetVerdict, type CostEstimate, type CostLine } from '../../modules/finops';
import type { SessionPlan } from '../../modules/sessions';
import { formatHourlyUsd, formatMonthlyUsd } from '../../shared';
import { bar } from './bar';
import { code, cut, fenced, fit, plain } from './text';

/** What the plan will do: its counts, and every change by address. */
export function planFields({ counts, changes, orphans }: SessionPlan): APIEmbedField[] {
  const lines = changes.map((change) => `${signOf(change)}${cut(change.address, 90)}`);
  const state = [counts.import && `${counts.import} to import`, counts.refresh && `${counts.refresh} to bring up to date`].filter(Boolean).join(', ');
  const summary = `Plan: ${state ? `${state}, ` : ''}${counts.add} to add, ${counts.change} to change, ${counts.destroy} to destroy`;
  return [{ name: '🏗️ Plan', value: `**${summary}**${lines.length ? `\n${fenced(fit(lines, 600), 'diff')}` : ''}` }, ...(orphans.length > 0 ? [orphansField(orphans)] : [])];
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
  return { name: '🔎 May exist unrecorded: look for it in the cloud’s console', value: fit(lines, 600) };
}

/** What it costs; sums that leave something out say so. */
export function costField(cost: CostEstimate, madeAt: Date): APIEmbedField {
  const atLeast = cost.complete ? '' : 'at least ';
  const total = `${atLeast}**${formatHourlyUsd(cost.hourlyUsd)}** per hour · **${formatMonthlyUsd(cost.monthlyUsd)}** per month`;
  if (cost.monthlyBeforeUsd > 0 && cost.monthlyUsd === 0) return { name: '💵 Cost', value: `Saves ${atLeast}**${formatMonthlyUsd(cost.monthlyBeforeUsd)}** per month (${formatHourlyUsd(cost.hourlyBeforeUsd)} per hour).` };
  const changed = cost.monthlyBeforeUsd > 0 ? `\n${signed(cost.differenceMonthlyUsd)} per month compared with now` : '';
  const priced = cost.lines.filter((line) => (line.priceDate !== null && line.billing !== 'use') || line.monthlyUsd === null || line.monthlyBeforeUsd === null);
  return { name: '💵 Cost', value: cut([`${total}${changed}`, fit(priced.map(lineOf), 550), byUse(cost.lines), age(cost, madeAt)].filter(Boolean).join('\n'), 1_024) };
}

function lineOf(line: CostLine): string {
  const amount = line.monthlyUsd === null || line.monthlyBeforeUsd === null ? 'price unknown' : `${formatMonthlyUsd(line.monthlyUsd)}/month${differenceOf(line.monthlyBeforeUsd, line)}`;
  return `-# ${plain(nameOf(line), 40)} · ${plain(line.description, 60)} · ${amount}${line.assumption ? ` (${plain(line.assumption, 70)})` : ''}`;
}

// What is made is its own difference.
function differenceOf(before: number, { monthlyUsd, change }: CostLine): string {
  const difference = (monthlyUsd ?? 0) - before;
  return change === 'create' || Math.abs(difference) < 0.005 ? '' : ` (${signed(difference)})`;
}

// Prices move: from this age on people are told.
const OLD_DAYS = 30;

function age({ oldestPriceDate }: CostEstimate, madeAt: Date): string {
  const days = oldestPriceDate === null ? 0 : Math.floor((madeAt.getTime() - Date.parse(oldestPriceDate)) / 86_400_000);
  return days > OLD_DAYS ? `-# 🕰️ The oldest of these prices was ${days} days old` : '';
}

function byUse(lines: readonly CostLine[]): string {
  const names = [...new Set(lines.filter(({ billing }) => billing === 'use').map((line) => `${line.description.replace(/ \(.*$/, '').toLowerCase()} of ${nameOf(line)}`))];
  return names.length === 0 ? '' : `-# Billed by use, not counted: ${plain(fit(names, 150).replaceAll('\n', ', '), 200)}`;
}

function nameOf({ address }: CostLine): string {
  return address.split('.').slice(1).join('.') || address;
}

function signed(usd: number): string {
  return `${usd >= 0 ? '+' : ''}${formatMonthlyUsd(usd)}`;
}

/** How the plan stands to the project's budget. */
export function budgetField(budget: BudgetVerdict): APIEmbedField {
  const part = Math.round((budget.committedUsd / budget.budgetUsd) * 100);
  return { name: `${budget.needsAdministrator ? '🔶' : '🎯'} Budget`, value: `\`${bar(budget.budgetUsd, [[Math.min(budget.committedUsd, budget.budgetUsd), '▰']])}\` ${part} %\n${budgetInWords(budget)}` };
}
