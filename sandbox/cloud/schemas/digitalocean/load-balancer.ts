import { block, computed, oneBlock, optional, optionalComputed, required, setBlock, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { aRegion, oneOf, plainName } from './checks';
import { id, nameOf, octetOf, urn, uuidFor } from './common-attributes';
import { namesVpc } from './vpc';

const PROTOCOLS = oneOf('http', 'https', 'http2', 'http3', 'tcp', 'udp');

const loadBalancer: ResourceKind = {
  type: 'digitalocean_loadbalancer', label: 'load balancer', version: 1, latency: { create: 4000, update: 1500, delete: 1500 }, id: uuidFor('load balancer'),
  attributes: {
    id, name: required('string', { check: plainName }), region: optional('string', { replaces: true, check: aRegion }), vpc_uuid: optionalComputed('string', { replaces: true, ...namesVpc }), size_unit: optionalComputed('number', { made: () => 1 }),
    type: optionalComputed('string', { replaces: true, made: () => 'REGIONAL', check: oneOf('REGIONAL', 'REGIONAL_NETWORK', 'GLOBAL') }), droplet_ids: optionalComputed(setOf('number')), droplet_tag: optional('string'),
    redirect_http_to_https: optional('bool', { default: false }), enable_backend_keepalive: optional('bool', { default: false }), enable_proxy_protocol: optional('bool', { default: false }),
    http_idle_timeout_seconds: optionalComputed('number', { made: () => 60 }), project_id: optionalComputed('string'), status: computed('string', { made: () => 'active' }), urn: urn('loadbalancer'),
    ip: computed('string', { replaces: true, made: (scene) => `198.51.100.${octetOf(nameOf(scene))}` }),
  },
  blocks: {
    forwarding_rule: setBlock(block({
      entry_port: required('number'), entry_protocol: required('string', { check: PROTOCOLS }), target_port: required('number'), target_protocol: required('string', { check: PROTOCOLS }),
      tls_passthrough: optional('bool', { default: false }), certificate_name: optionalComputed('string', { refersTo: { type: 'digitalocean_certificate', id: (text) => text } }), certificate_id: optionalComputed('string', { deprecated: true }),
    })),
    healthcheck: oneBlock(block({
      port: required('number'), protocol: required('string', { check: oneOf('http', 'https', 'tcp') }), path: optional('string'), check_interval_seconds: optional('number', { default: 10 }),
      response_timeout_seconds: optional('number', { default: 5 }), healthy_threshold: optional('number', { default: 5 }), unhealthy_threshold: optional('number', { default: 3 }),
    })),
  },
};

const certificate: ResourceKind = {
  type: 'digitalocean_certificate', label: 'certificate', version: 1, latency: { create: 2500, update: 500, delete: 800 }, id: nameOf,
  attributes: {
    id, name: required('string', { replaces: true, check: plainName }), type: optional('string', { replaces: true, default: 'custom', check: oneOf('custom', 'lets_encrypt') }), domains: optional(setOf('string'), { replaces: true }),
    uuid: computed('string', { made: uuidFor('certificate') }), state: computed('string', { made: () => 'verified' }), not_after: computed('string', { made: () => '2030-01-01T00:00:00Z' }), sha1_fingerprint: computed('string'),
  },
  blocks: {},
};

export const loadBalancerKinds: readonly ResourceKind[] = [loadBalancer, certificate];
