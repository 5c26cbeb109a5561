import type { Failure } from '../../../shared';

export type ProviderFailure = Failure<'PROVIDER.UNKNOWN' | 'PROVIDER.UNKNOWN_REGION'>;
export type BlueprintFailure = Failure<'BLUEPRINT.UNKNOWN'>;
export type KindFailure = Failure<'RESOURCE.UNKNOWN_KIND'>;
export type ArgumentFailure = Failure<'RESOURCE.INVALID_ARGUMENT'>;
export type DuplicateNameFailure = Failure<'RESOURCE.DUPLICATE_NAME'>;
export type ReferenceFailure = Failure<'RESOURCE.BROKEN_REFERENCE' | 'RESOURCE.CIRCULAR_REFERENCE'>;

/** Why a form cannot be drawn. */
export type DescribeFormFailure = ProviderFailure | KindFailure;
/** Why answers do not make a resource. */
export type ParseResourceFailure = ProviderFailure | KindFailure | ArgumentFailure | DuplicateNameFailure;
/** Why a blueprint does not make resources. */
export type ExpandBlueprintFailure = ProviderFailure | BlueprintFailure | ArgumentFailure | DuplicateNameFailure;
/** Why resources do not hold together. */
export type CheckReferencesFailure = ProviderFailure | KindFailure | ReferenceFailure;
/** Why resources do not make a configuration. */
export type RenderFailure = ParseResourceFailure | ReferenceFailure;

