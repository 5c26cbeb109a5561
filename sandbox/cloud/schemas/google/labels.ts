import { computed, mapOf, optional } from '../../engine/build';
import type { Attribute, Scene } from '../../engine/schema';
import { hasUnknown, isObject, textOf, UNKNOWN, type ObjectValue, type Value } from '../../engine/value';

const ATTRIBUTION = { 'goog-terraform-provisioned': 'true' };

/** The labels of the configuration, and beside them those that the provider adds to every resource. */
export const labels: Record<'labels' | 'terraform_labels' | 'effective_labels', Attribute> = {
  labels: optional(mapOf('string')),
  terraform_labels: computed(mapOf('string'), { planned: allLabels }),
  effective_labels: computed(mapOf('string'), { planned: allLabels }),
};

function allLabels(scene: Scene): Value {
  const own = scene.object.labels ?? null;
  const usual = scene.settings.default_labels ?? null;
  if (hasUnknown(own) || hasUnknown(usual)) return UNKNOWN;
  return { ...asLabels(usual), ...(isAttributed(scene) ? ATTRIBUTION : {}), ...asLabels(own) };
}

// Unless told to be proactive, the provider labels what it creates and leaves alone what was there before.
function isAttributed({ settings, prior }: Scene): boolean {
  if (settings.add_terraform_attribution_label === false) return false;
  if (prior === null || textOf(settings.terraform_attribution_label_addition_strategy) === 'PROACTIVE') return true;
  return 'goog-terraform-provisioned' in asLabels(prior.terraform_labels ?? null);
}

function asLabels(value: Value): ObjectValue {
  return isObject(value) ? value : {};
}
