import { AttachmentBuilder, type APIEmbed } from 'discord.js';
import type { CostLine } from '../../modules/finops';
import type { SessionView } from '../../modules/sessions';
import { formatHourlyUsd, formatMonthlyUsd } from '../../shared';
import { fit, plain, sentence } from './text';
import { SEVERITY_MARKS } from './verdicts.view';

const UNITS = { hour: 'h', month: 'month', gb_month: 'GB-month' } as const;

/** Everything about a plan's cost and what the rules say, for one person's eyes: what fits on the screen, and all of it in a file. */
export function planDetails(view: SessionView): { embeds: APIEmbed[]; files: AttachmentBuilder[] } {
  const { plan, violations } = view;
  const lines = plan?.cost.lines ?? [];
  const costs = lines.filter(({ billing }) => billing !== 'free').toSorted((a, b) => Number(a.billing === 'use') - Number(b.billing === 'use')).map(onScreen);
  const text = [...lines.map(inFile), ...(violations.length ? ['', 'Rules:', ...violations.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)] : [])].join('\n');
  return {
    embeds: [{
      title: '🔍 What it costs, and why', color: 0x5865f2,
      description: fit(costs, 3_000) || 'Nothing in this plan is billed.',
      fields: violations.length ? [{ name: `What the rules say (${violations.length})`, value: fit(violations.map(({ severity, rule, message }) => `${SEVERITY_MARKS[severity]} \`${rule}\` ${sentence(message, 300)}`), 1_000) }] : [],
      footer: { text: 'List prices in USD, without taxes and discounts; a month has 730 hours' },
    }],
    files: text === '' ? [] : [new AttachmentBuilder(Buffer.from(`${text}\n`), { name: 'plan-details.txt', description: 'Every part of the cost, and everything the rules say' })],
  };
}

function onScreen(line: CostLine): string {
  const { address, billing, description, price, priceDate, unverified } = line;
  if (billing === 'use') return `-# **${plain(address, 80)}** ${plain(description.replace(/ \(.*$/, ''), 60)}: ${plain(line.assumption ?? 'billed by use', 120)}`;
  const source = price ? `\n-# ${amountOf(line)} × ${formatHourlyUsd(price.usd)}/${UNITS[price.unit]} · ${plain(price.sku, 50)} in ${price.region} · ${priceDate}${unverified ? ' · not verified' : ''}` : '';
  return `**${plain(address, 80)}** ${plain(description, 80)}: ${changeOf(line)}${source}${line.assumption ? `\n-# assumed: ${plain(line.assumption, 120)}` : ''}`;
}

function inFile(line: CostLine): string {
  const { address, change, description, hourlyUsd, price, priceDate, priceSource, assumption, unverified } = line;
  const priced = price ? [`${amountOf(line)} × $${price.usd}/${UNITS[price.unit]}`, price.sku, price.region, `${priceDate}${unverified ? ' (not verified)' : ''}`, priceSource ?? ''] : [];
  return [address, change, description, hourlyUsd === null ? 'unknown' : `${formatHourlyUsd(hourlyUsd)}/h`, changeOf(line), ...priced, ...(assumption ? [`assumed: ${assumption}`] : [])].join(' | ');
}

function amountOf({ quantity, quantityBefore }: CostLine): string {
  return quantity === quantityBefore || quantityBefore === 0 ? String(quantity) : quantity === 0 ? String(quantityBefore) : `${quantityBefore} → ${quantity}`;
}

function changeOf({ monthlyUsd, monthlyBeforeUsd, billing }: CostLine): string {
  if (billing === 'use') return 'by use';
  if (monthlyUsd === null || monthlyBeforeUsd === null) return 'price unknown';
  const difference = monthlyUsd - monthlyBeforeUsd;
  if (monthlyBeforeUsd === 0 || difference === 0) return `${formatMonthlyUsd(monthlyUsd)}/month`;
  return `${formatMonthlyUsd(monthlyBeforeUsd)} → ${formatMonthlyUsd(monthlyUsd)}/month (${difference > 0 ? '+' : ''}${formatMonthlyUsd(difference)})`;
}
