import type { APIActionRowComponent, APIButtonComponent } from 'discord.js';
import { isTerminal, type SessionPurpose, type SessionView } from '../../modules/sessions';
import { routeTo } from '../routes';

/** What can be pressed under a lobby: while the session lives, what moves it on; afterwards, what can be done with its deployment. */
export function lobbyButtons(view: SessionView): APIActionRowComponent<APIButtonComponent>[] {
  const buttons = isTerminal(view.state) ? afterwards(view) : meanwhile(view);
  return buttons.length === 0 ? [] : [{ type: 1, components: buttons }];
}

type Style = 1 | 2 | 3 | 4;

function button(label: string, style: Style, customId: string, disabled = false): APIButtonComponent {
  return { type: 2, style, label, custom_id: customId, disabled };
}

const APPROVING = { deploy: 'Approve & Deploy', destroy: 'Destroy', reconcile: 'Approve & Reconcile' } as const satisfies Record<SessionPurpose, string>;

function meanwhile(view: SessionView): APIButtonComponent[] {
  const { id, plan, purpose, isLocked: working } = view;
  const way = purpose === 'destroy' ? routeTo.confirmDestroy(id, plan?.id) : routeTo.approve(id, plan?.id);
  return [
    button(APPROVING[purpose], purpose === 'destroy' ? 4 : 3, way, !view.canApprove),
    ...(purpose === 'deploy' ? [button('Add Resource', 1, routeTo.addResource(id), working)] : []),
    button('Refresh', 2, routeTo.refresh(id), working || (purpose === 'deploy' && view.resources.length === 0)),
    ...(plan ? [button('Details', 2, routeTo.planDetails(id))] : []),
    cancel(view),
  ];
}

function cancel({ id, state, stop, purpose }: SessionView): APIButtonComponent {
  if (state !== 'APPLYING') return button('Cancel', purpose === 'deploy' ? 4 : 2, routeTo.cancel(id));
  return stop ? button('Force stop', 4, routeTo.askForce(id), stop.forced) : button('Stop', 4, routeTo.cancel(id));
}

/** A worker refused to begin: nothing was done, and a new plan is the way on. */
const NOT_BEGUN: readonly string[] = ['SESSION.PLAN_STALE', 'SESSION.POLICY_CHANGED'];

type Next = 'again' | 'destroy' | 'reconcile';

function afterwards(view: SessionView): APIButtonComponent[] {
  const { deploymentId, problem } = view;
  const isStale = NOT_BEGUN.includes(problem?.code ?? '');
  const buttons: Record<Next, APIButtonComponent> = {
    again: button(isStale ? 'Plan again' : 'Retry', 1, routeTo.deployAgain(deploymentId)),
    destroy: button(isStale ? 'Plan again' : 'Destroy', 4, routeTo.destroyDeployment(deploymentId)),
    reconcile: button('Reconcile', 1, routeTo.reconcile(deploymentId)),
  };
  const steps = view.state === 'APPLIED' ? afterSuccess(view) : view.state === 'FAILED' ? afterFailure(view) : [];
  return steps.filter((step) => step !== 'again' || view.resources.length > 0).map((step) => buttons[step]);
}

function afterSuccess({ purpose, plan }: SessionView): readonly Next[] {
  if (purpose !== 'reconcile') return [];
  return plan?.settles ? ['again', 'destroy'] : ['reconcile'];
}

function afterFailure({ purpose, problem }: SessionView): readonly Next[] {
  if (purpose === 'reconcile' || problem?.code === 'APPLY_INTERRUPTED') return ['reconcile'];
  if (purpose === 'destroy') return ['destroy'];
  return NOT_BEGUN.includes(problem?.code ?? '') ? ['again'] : ['again', 'destroy'];
}
