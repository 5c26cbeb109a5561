import type { APIActionRowComponent, APIButtonComponent, APIEmbed, APIEmbedField } from 'discord.js';
import { isTerminal, type SessionPurpose, type SessionView } from '../../modules/sessions';
import { lobbyButtons } from './lobby-buttons.view';
import { budgetField, costField, planFields } from './plan.view';
import { lookOf } from './state.view';
import { code, cut, duration, fit, moment, plain } from './text';
import { verdicts } from './verdicts.view';

export interface LobbyMessage {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
}

/** The message that shows a session: a function of what is stored, and of nothing else. */
export function lobby(view: SessionView): LobbyMessage {
  const look = lookOf(view);
  return {
    embeds: [{
      title: cut(titleOf(view), 256),
      description: `### ${look.mark} ${look.title}\n${stopping(view) ?? SAID_FOR[view.purpose][view.state]?.(view) ?? whatNext(view)}`,
      color: look.color,
      fields: [...facts(view), ...(view.purpose === 'deploy' ? [resources(view)] : []), ...(view.plan ? planFields(view.plan) : []), ...verdicts(view), ...costs(view), ...result(view)],
      footer: { text: footer(view) },
    }],
    components: lobbyButtons(view),
  };
}

const TITLES = { deploy: 'Cloud Deployment', destroy: 'Destroy', reconcile: 'Reconcile' } as const satisfies Record<SessionPurpose, string>;

function titleOf({ purpose, projectName, deploymentName }: SessionView): string {
  return `${TITLES[purpose]}: ${purpose === 'deploy' ? projectName : deploymentName}`;
}

function stopping({ state, stop }: SessionView): string | undefined {
  if (state !== 'APPLYING' || !stop) return undefined;
  return stop.forced ? `Stopped by force by <@${stop.by}>: what is in flight is abandoned.` : `<@${stop.by}> asked for a stop. What is in flight will finish; nothing new begins.`;
}

function whatNext(view: SessionView): string {
  const { state } = view;
  if (state === 'DRAFT') return view.resources.length === 0 ? 'Press **Add Resource** to choose what you need; the plan follows by itself.' : 'There is no plan of these resources. Press **Refresh** to plan again, or change them.';
  if (state === 'VALIDATING' || state === 'PLANNING') return place(view) || 'Terraform is working out what would change. This takes a few seconds.';
  if (state === 'PLAN_READY') return planReady(view);
  if (state === 'APPROVED') return `Approved by ${approvers(view)}. ${place(view)}`.trim();
  if (state === 'APPLYING') return `Approved by ${approvers(view)}. Follow it live in the thread below.`;
  if (state === 'APPLIED') return `Approved by ${approvers(view)}. Everything is in place.`;
  if (state === 'FAILED') return 'What was made before the failure exists. The thread has the whole story.';
  if (state === 'CANCELLED') return 'Nothing was changed.';
  return 'Its time was over before anybody approved it. Nothing was changed.';
}

type Said = Partial<Record<SessionView['state'], (view: SessionView) => string>>;

const DESTROYING: Said = {
  DRAFT: () => 'The plan of its end failed. Press **Refresh** to plan again.',
  PLAN_READY: ({ plan }) => (plan && plan.counts.destroy > 0 ? 'Nothing has happened yet. Look at what goes: it cannot be brought back. Pressing **Destroy** asks for the deployment’s name.' : 'Nothing of it is left.'),
  APPLIED: (view) => `Approved by ${approvers(view)}. Nothing of it is left.`,
  FAILED: () => 'What was not destroyed still exists. The thread has the whole story.',
};

const RECONCILING: Said = {
  DRAFT: () => 'The plan failed. Press **Refresh** to plan again.',
  PLAN_READY: ({ plan }) => (plan?.counts.import || plan?.counts.refresh ? 'Only what is recorded changes: nothing is made, changed or destroyed.' : 'The state is right as it stands. Approving notes that somebody has looked.') + (plan?.orphans.length ? ' What is named below was still being made: look whether it exists, and delete what you find before a retry makes it again.' : ''),
  APPLIED: (view) => `Approved by ${approvers(view)}. ${view.plan?.settles ? 'The state is right.' : 'There is more to record: reconcile once more.'}`,
  FAILED: () => 'The recorded state is as it was. The thread has the whole story.',
};

const SAID_FOR = { deploy: {}, destroy: DESTROYING, reconcile: RECONCILING } as const satisfies Record<SessionPurpose, Said> as Readonly<Record<SessionPurpose, Said>>;

function planReady(view: SessionView): string {
  const { plan, approvalsNeeded: needed } = view;
  if (plan && plan.counts.add + plan.counts.change + plan.counts.destroy === 0) return 'Nothing would change.';
  if (view.violations.some(({ severity }) => severity === 'deny')) return 'Nothing has happened yet, and this plan is not allowed as it is: read below what to change.';
  if (plan?.budget?.needsAdministrator) return `Nothing has happened yet. Because of the budget an administrator of the project has to approve.${said(view)}`;
  if (needed <= 1) return 'Nothing has happened yet. Look at the plan and its cost, then approve.';
  return `Nothing has happened yet.${said(view)}`;
}

function said(view: SessionView): string {
  const { approvals, approvalsNeeded: needed } = view;
  return needed <= 1 ? '' : ` **${approvals.length} of ${needed}** people have approved${approvals.length > 0 ? `: ${approvers(view)}` : ''}.`;
}

// Nobody counts seconds of waiting for the first place.
function place({ place: number = 0 }: SessionView): string {
  return number > 1 ? `Waiting for a free worker: number **${number}** in line.` : '';
}

const approvers = (view: SessionView): string => view.approvals.map(({ by }) => `<@${by}>`).join(', ') || 'nobody';

function costs({ plan, purpose, state }: SessionView): APIEmbedField[] {
  if (!plan || purpose === 'reconcile') return [];
  return [costField(plan.cost, plan.madeAt), ...(plan.budget && !isTerminal(state) ? [budgetField(plan.budget)] : [])];
}

function facts(view: SessionView): APIEmbedField[] {
  const environment = view.environment === 'production' ? '🔴 **production**' : view.environment;
  return [
    { name: 'Deployment', value: code(view.deploymentName), inline: true },
    { name: 'Provider', value: `${code(view.provider)} in ${code(view.region)}`, inline: true },
    { name: 'Environment', value: environment, inline: true },
    { name: 'Owner', value: `<@${view.ownerId}>`, inline: true },
    { name: 'Session', value: code(view.id), inline: true },
    ...labels(view),
    ...(isTerminal(view.state) || view.state === 'APPROVED' || view.state === 'APPLYING' ? [] : [{ name: 'Time left', value: `ends ${moment(view.expiresAt)}`, inline: true }]),
  ];
}

function labels({ labels: all }: SessionView): APIEmbedField[] {
  const entries = Object.entries(all).map(([name, value]) => code(`${name}=${value}`, 100));
  return entries.length === 0 ? [] : [{ name: 'Labels', value: fit(entries, 150), inline: true }];
}

function resources(view: SessionView): APIEmbedField {
  const lines = view.resources.map(({ kind, name, args }) => `${code(kind, 40)} **${plain(name, 63)}**${summaryOf(args)}`);
  return { name: `🧱 Resources (${view.resources.length})`, value: fit(lines, 750) || 'None yet.' };
}

// A few words on what it is; the plan below has the rest.
function summaryOf(args: SessionView['resources'][number]['args']): string {
  const words = Object.entries(args).flatMap(([name, value]) => ((typeof value === 'string' && value !== '') || typeof value === 'number' ? [`${plain(name.replaceAll('_', ' '), 20)} ${plain(`${value}`, 40)}`] : []));
  return words.length ? ` · ${words.slice(0, 4).join(', ')}` : '';
}

function result({ state, outcome }: SessionView): APIEmbedField[] {
  if (!outcome) return [];
  const counts = `${outcome.added} added, ${outcome.changed} changed, ${outcome.destroyed} destroyed in ${duration(outcome.durationMs)}`;
  const outputs = Object.entries(outcome.outputs).map(([name, value]) => `${plain(name, 60)}: ${code(typeof value === 'string' ? value : JSON.stringify(value), 120)}`);
  return [{ name: state === 'APPLIED' ? '🎉 Result' : 'What exists by now', value: fit([`**${counts}**`, ...outputs], 700) }];
}

function footer({ plan }: SessionView): string {
  const date = plan?.cost.oldestPriceDate;
  return date ? `Plan ${plan.sha256.slice(0, 12)} · list prices of ${date}, without taxes and discounts` : 'Cloud Engine · plan first';
}
