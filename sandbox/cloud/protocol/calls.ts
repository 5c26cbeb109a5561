import { bool, bytes, int, message, repeated, string, type Message } from './message';
import { attributePath, diagnostic, dynamicValue, providerSchemaAnswer, type AttributePath, type Diagnostic, type DynamicValue } from './messages';

type Nothing = Record<never, never>;
const nothing: Message<Nothing> = {};

interface RawState {
  json: Uint8Array;
}
const rawState: Message<RawState> = { json: bytes(1) };

interface ImportedResource {
  typeName: string;
  state: DynamicValue | undefined;
}
const importedResource: Message<ImportedResource> = { typeName: string(1), state: message(2, () => dynamicValue) };

const value = (number: number) => message<DynamicValue>(number, () => dynamicValue);
const diagnostics = (number: number) => repeated<Diagnostic>(number, () => diagnostic);
const paths = (number: number) => repeated<AttributePath>(number, () => attributePath);

/** One remote procedure: the table of its request and that of its answer. */
export interface Call<Request extends object, Answer extends object> {
  request: Message<Request>;
  answer: Message<Answer>;
}
const call = <Request extends object, Answer extends object>(request: Message<Request>, answer: Message<Answer>): Call<Request, Answer> => ({ request, answer });

const ofType = { typeName: string(1) };

/** The part of Terraform's provider protocol, version 6, that a provider of managed resources needs. */
export const CALLS = {
  GetProviderSchema: call(nothing, providerSchemaAnswer),
  GetResourceIdentitySchemas: call(nothing, nothing),
  GetFunctions: call(nothing, nothing),
  ValidateProviderConfig: call({ config: value(1) }, { diagnostics: diagnostics(2) }),
  ConfigureProvider: call({ terraformVersion: string(1), config: value(2) }, { diagnostics: diagnostics(1) }),
  ValidateResourceConfig: call({ ...ofType, config: value(2) }, { diagnostics: diagnostics(1) }),
  UpgradeResourceState: call(
    { ...ofType, version: int(2), rawState: message<RawState>(3, () => rawState) },
    { upgradedState: value(1), diagnostics: diagnostics(2) },
  ),
  ReadResource: call({ ...ofType, currentState: value(2), private: bytes(3) }, { newState: value(1), diagnostics: diagnostics(2), private: bytes(3) }),
  PlanResourceChange: call(
    { ...ofType, priorState: value(2), proposedNewState: value(3), config: value(4), priorPrivate: bytes(5) },
    { plannedState: value(1), requiresReplace: paths(2), plannedPrivate: bytes(3), diagnostics: diagnostics(4), legacyTypeSystem: bool(5) },
  ),
  ApplyResourceChange: call(
    { ...ofType, priorState: value(2), plannedState: value(3), config: value(4), plannedPrivate: bytes(5) },
    { newState: value(1), private: bytes(2), diagnostics: diagnostics(3), legacyTypeSystem: bool(4) },
  ),
  ImportResourceState: call({ ...ofType, id: string(2) }, { imported: repeated<ImportedResource>(1, () => importedResource), diagnostics: diagnostics(2) }),
  StopProvider: call(nothing, { error: string(1) }),
};

export type CallName = keyof typeof CALLS;
type Content<M> = M extends Message<infer T> ? T : never;
export type RequestOf<Name extends CallName> = Content<(typeof CALLS)[Name]['request']>;
export type AnswerOf<Name extends CallName> = Content<(typeof CALLS)[Name]['answer']>;

/** What answers each call. */
export type Handlers = { readonly [Name in CallName]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>> };
