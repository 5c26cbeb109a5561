import { CloudError } from '../engine/cloud-error';
import type { SimulatedProvider } from '../engine/simulated-provider';
import { isObject, type ObjectValue, type Value } from '../engine/value';
import type { AnswerOf, Handlers } from '../protocol/calls';
import { packValue, parseJsonValue, unpackValue } from '../protocol/dynamic-value';
import type { Diagnostic, DynamicValue } from '../protocol/messages';
import { attributePath, cloudDiagnostics, problemDiagnostics } from './diagnostics';
import { schemaAnswer } from './schema-message';

// The values of a plan may differ from the configuration in spelling, as with most real providers.
const legacyTypeSystem = true;
const NOTHING = new Uint8Array();

/** Terraform's calls, answered by a simulated provider. A CloudError becomes a diagnostic; anything else is our fault. */
export function providerHandlers(provider: SimulatedProvider): Handlers {
  return {
    GetProviderSchema: () => schemaAnswer(provider.definition),
    GetResourceIdentitySchemas: () => ({}),
    GetFunctions: () => ({}),
    ValidateProviderConfig: ({ config }) => ({ diagnostics: problemDiagnostics(provider.validateSettings(objectIn(config))) }),
    ConfigureProvider: ({ config }) => 
      caught<AnswerOf<'ConfigureProvider'>>(
        async () => {
          await provider.configure(objectIn(config));
          return { diagnostics: [] };
        },
        (diagnostics) => ({ diagnostics }),
      ),
    ValidateResourceConfig: ({ typeName, config }) => ({ diagnostics: problemDiagnostics(provider.validate(typeName, objectIn(config))) }),
    UpgradeResourceState: ({ typeName, rawState }) => ({
      upgradedState: packValue(provider.upgrade(typeName, asObject(parseJsonValue(rawState?.json ?? NOTHING)) ?? {})),
      diagnostics: [],
    }),
    ReadResource: ({ typeName, currentState, private: kept }) =>
      caught<AnswerOf<'ReadResource'>>(
        async () => ({ newState: packValue(await provider.read(typeName, objectIn(currentState))), diagnostics: [], private: kept }),
        (diagnostics) => ({ newState: currentState, diagnostics, private: kept }),
      ),
    PlanResourceChange: ({ typeName, priorState, proposedNewState, config, priorPrivate }) =>
      caught<AnswerOf<'PlanResourceChange'>>(
        async () => {
          const proposed = asObject(unpackValue(proposedNewState));
          const { planned, replacing } = await provider.plan(typeName, asObject(unpackValue(priorState)), proposed, objectIn(config));
          return { plannedState: packValue(planned), requiresReplace: replacing.map(attributePath), plannedPrivate: priorPrivate, diagnostics: [], legacyTypeSystem };
        },
        (diagnostics) => ({ plannedState: proposedNewState, requiresReplace: [], plannedPrivate: priorPrivate, diagnostics, legacyTypeSystem }),
      ),
    ApplyResourceChange: async ({ typeName, priorState, plannedState, plannedPrivate }) => {
      const { state, error } = await provider.apply(typeName, asObject(unpackValue(priorState)), asObject(unpackValue(plannedState)));
      return { newState: packValue(state), private: plannedPrivate, diagnostics: cloudDiagnostics(error), legacyTypeSystem };
    },
    ImportResourceState: ({ typeName, id }) =>
      caught<AnswerOf<'ImportResourceState'>>(
        async () => ({ imported: [{ typeName, state: packValue(await provider.import(typeName, id)) }], diagnostics: [] }),
        (diagnostics) => ({ imported: [], diagnostics }),
      ),
    StopProvider: () => {
      provider.stop();
      return { error: '' };
    },
  };
}

async function caught<Answer>(work: () => Promise<Answer>, refusal: (diagnostics: Diagnostic[]) => Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CloudError) return refusal(cloudDiagnostics(error));
    throw error;
  }
}

function asObject(value: Value): ObjectValue | null {
  return isObject(value) ? value : null;
}

function objectIn(wire: DynamicValue | undefined): ObjectValue {
  return asObject(unpackValue(wire)) ?? {};
}
