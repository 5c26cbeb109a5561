import { block, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf, timeouts } from '../../engine/build';
import type { NestedBlock, ResourceKind } from '../../engine/schema';
import { hasUnknown, objectsOf, type ObjectValue } from '../../engine/value';
import { between, gceName, matches, oneOf } from './checks';
import { creationTimestamp, id, project, selfLink, unboundParams } from './common-attributes';
import { idIn, importNames, namesNetwork } from './paths';

const PROTOCOL = '^([a-zA-Z]+|[0-9]{1,3})$';

const protocolAndPorts: NestedBlock = setBlock(
  block({
    protocol: required('string', { check: matches(PROTOCOL), spelling: (text) => text.toLowerCase(), respelled: true }),
    ports: optional(listOf('string')),
  }),
);

export const computeFirewall: ResourceKind = {
  type: 'google_compute_firewall',
  label: 'Firewall',
  version: 1,
  latency: { create: 1000, update: 800, delete: 1000 },
  id: idIn('global', 'firewalls'),
  importedAs: importNames('project', 'name'),
  validate: (config) => [...eitherAllowOrDeny(config), ...someSource(config)],
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    project,
    network: required('string', namesNetwork),
    self_link: selfLink,
    creation_timestamp: creationTimestamp,
    description: optional('string'),
    destination_ranges: optionalComputed(setOf('string')),
    direction: optionalComputed('string', { replaces: true, check: oneOf('INGRESS', 'EGRESS'), made: () => 'INGRESS' }),
    disabled: optional('bool'),
    enable_logging: optionalComputed('bool', { deprecated: true }),
    priority: optional('number', { default: 1000, check: between(0, 65535) }),
    source_ranges: optional(setOf('string')),
    source_service_accounts: optional(setOf('string')),
    source_tags: optional(setOf('string')),
    target_service_accounts: optional(setOf('string')),
    target_tags: optional(setOf('string')),
  },
  blocks: {
    allow: protocolAndPorts,
    deny: protocolAndPorts,
    log_config: oneBlock(block({ metadata: required('string', { check: oneOf('EXCLUDE_ALL_METADATA', 'INCLUDE_ALL_METADATA') }) })),
    params: unboundParams,
    timeouts: timeouts('create', 'update', 'delete'),
  },
};

function eitherAllowOrDeny(config: ObjectValue): string[] {
  if (hasUnknown(config.allow ?? null) || hasUnknown(config.deny ?? null)) return [];
  const given = [config.allow, config.deny].filter((value) => objectsOf(value).length > 0).length;
  if (given === 1) return [];
  return [given === 0 ? 'one of `allow,deny` must be specified' : 'only one of `allow,deny` can be specified, but `allow,deny` were specified.'];
}

function someSource(config: ObjectValue): string[] {
  const sources = ['source_ranges', 'source_tags', 'source_service_accounts'];
  if (config.direction === 'EGRESS' || sources.some((name) => (config[name] ?? null) !== null)) return [];
  return ['one of source_tags, source_ranges, or source_service_accounts must be defined'];
}
