import { block, computed, listBlock, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf } from '../../engine/build';
import type { NestedBlock } from '../../engine/schema';
import { oneOf } from './checks';
import { now } from './common-attributes';

const A_WEEK_S = 7 * 24 * 60 * 60;

const lifecycleCondition = block({
  age: optional('number'),
  created_before: optional('string'),
  custom_time_before: optional('string'),
  days_since_custom_time: optional('number'),
  days_since_noncurrent_time: optional('number'),
  matches_prefix: optional(listOf('string')),
  matches_storage_class: optional(listOf('string')),
  matches_suffix: optional(listOf('string')),
  noncurrent_time_before: optional('string'),
  num_newer_versions: optional('number'),
  send_age_if_zero: optional('bool'),
  with_state: optionalComputed('string', { check: oneOf('LIVE', 'ARCHIVED', 'ANY') }),
});

const lifecycleRule = block(
  {},
  {
    action: setBlock(block({ type: required('string'), storage_class: optional('string') }), { min: 1, max: 1 }),
    condition: setBlock(lifecycleCondition, { min: 1, max: 1 }),
  },
);

/** The blocks of a bucket. */
export const bucketBlocks: Record<string, NestedBlock> = {
  autoclass: oneBlock(block({ enabled: required('bool'), terminal_storage_class: optionalComputed('string', { made: () => 'NEARLINE' }) })),
  cors: listBlock(
    block({
      max_age_seconds: optional('number'),
      method: optional(listOf('string')),
      origin: optional(listOf('string')),
      response_header: optional(listOf('string')),
    }),
  ),
  custom_placement_config: oneBlock(block({ data_locations: required(setOf('string'), { replaces: true }) })),
  encryption: oneBlock(block({ default_kms_key_name: required('string') })),
  hierarchical_namespace: oneBlock(block({ enabled: required('bool', { replaces: true }) }), { replaces: true }),
  lifecycle_rule: listBlock(lifecycleRule, { max: 100 }),
  logging: oneBlock(block({ log_bucket: required('string'), log_object_prefix: optionalComputed('string') })),
  retention_policy: oneBlock(block({ is_locked: optional('bool', { default: false }), retention_period: required('string') })),
  soft_delete_policy: oneBlock(
    block({ effective_time: computed('string', { made: now }), retention_duration_seconds: optional('number', { default: A_WEEK_S }) }),
    { made: () => [{ retention_duration_seconds: A_WEEK_S }] },
  ),
  versioning: oneBlock(block({ enabled: required('bool') }), { made: () => [{ enabled: false }] }),
  website: oneBlock(block({ main_page_suffix: optional('string'), not_found_page: optional('string') }), { made: () => [] }),
};
