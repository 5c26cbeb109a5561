import { block, computed, listBlock, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, gceName, oneOf } from './checks';
import { creationTimestamp, fingerprint, id, project, publicAddress, selfLink, zone } from './common-attributes';
import { labels } from './labels';
import { idIn, naming, namesNetwork } from './paths';

const name = required('string', { replaces: true, check: gceName });
const common = { id, name, project, self_link: selfLink };
const allTimeouts = timeouts('create', 'update', 'delete');
const QUICK = { create: 900, update: 700, delete: 800 };

const address: ResourceKind = {
  type: 'google_compute_global_address', label: 'GlobalAddress', version: 0, latency: QUICK, id: idIn('global', 'addresses'),
  attributes: {
    ...common, ...labels, label_fingerprint: fingerprint, creation_timestamp: creationTimestamp, address: optionalComputed('string', { replaces: true, made: ({ object }) => (object.address_type === 'INTERNAL' ? '10.200.0.0' : publicAddress()) }), address_type: optional('string', { replaces: true, default: 'EXTERNAL', check: oneOf('EXTERNAL', 'INTERNAL') }),
    purpose: optional('string', { replaces: true, check: oneOf('VPC_PEERING', 'PRIVATE_SERVICE_CONNECT') }), prefix_length: optionalComputed('number', { replaces: true }), network: optional('string', { replaces: true, ...namesNetwork }), description: optional('string', { replaces: true }),
  },
  blocks: { timeouts: allTimeouts },
};

const healthCheck: ResourceKind = {
  type: 'google_compute_health_check', label: 'HealthCheck', version: 0, latency: QUICK, id: idIn('global', 'healthChecks'),
  attributes: {
    ...common, creation_timestamp: creationTimestamp, check_interval_sec: optional('number', { default: 5 }), timeout_sec: optional('number', { default: 5 }), healthy_threshold: optional('number', { default: 2 }), unhealthy_threshold: optional('number', { default: 2 }), type: computed('string', { made: () => 'HTTP' }),
  },
  blocks: { http_health_check: oneBlock(block({ port: optional('number', { check: between(1, 65_535) }), request_path: optional('string', { default: '/' }), proxy_header: optional('string', { default: 'NONE' }), host: optional('string'), port_name: optional('string') })), timeouts: allTimeouts },
};

const group: ResourceKind = {
  type: 'google_compute_instance_group', label: 'InstanceGroup', version: 2, latency: QUICK, id: idIn('zone', 'instanceGroups'),
  attributes: { ...common, zone, network: optionalComputed('string', { replaces: true, ...namesNetwork }), instances: optionalComputed(setOf('string')), size: computed('number', { made: ({ object }) => (Array.isArray(object.instances) ? object.instances.length : 0) }), description: optional('string', { replaces: true }) },
  blocks: { named_port: listBlock(block({ name: required('string'), port: required('number', { check: between(1, 65_535) }) })), timeouts: allTimeouts },
};

const namesGroup = naming('google_compute_instance_group', 'zone', 'instanceGroups');
const backend: ResourceKind = {
  type: 'google_compute_backend_service', label: 'BackendService', version: 1, latency: { create: 1500, update: 1000, delete: 1000 }, id: idIn('global', 'backendServices'),
  attributes: {
    ...common, fingerprint, creation_timestamp: creationTimestamp, protocol: optionalComputed('string', { check: oneOf('HTTP', 'HTTPS', 'HTTP2', 'TCP', 'SSL', 'UDP', 'GRPC') }), port_name: optionalComputed('string'), load_balancing_scheme: optional('string', { default: 'EXTERNAL_MANAGED', check: oneOf('EXTERNAL', 'EXTERNAL_MANAGED', 'INTERNAL_SELF_MANAGED', 'INTERNAL_MANAGED') }),
    health_checks: optional(setOf('string')), connection_draining_timeout_sec: optional('number', { default: 300 }), session_affinity: optionalComputed('string', { made: () => 'NONE' }), timeout_sec: optionalComputed('number', { made: () => 30 }), enable_cdn: optional('bool'), generated_id: computed('number', { made: () => 1 }),
  },
  blocks: {
    backend: setBlock(block({
      group: required('string', { refersTo: namesGroup.refersTo }), balancing_mode: optional('string', { check: oneOf('UTILIZATION', 'RATE', 'CONNECTION') }), capacity_scaler: optional('number'), description: optional('string'), max_utilization: optionalComputed('number', { made: () => 0.8 }),
      max_rate: optionalComputed('number'), max_connections: optionalComputed('number'),
    })),
    log_config: oneBlock(block({ enable: optional('bool'), sample_rate: optional('number', { default: 1 }), optional_mode: optionalComputed('string'), optional_fields: optional(listOf('string')) })),
    timeouts: allTimeouts,
  },
};

const urlMap: ResourceKind = {
  type: 'google_compute_url_map', label: 'UrlMap', version: 0, latency: QUICK, id: idIn('global', 'urlMaps'),
  attributes: { ...common, fingerprint, creation_timestamp: creationTimestamp, default_service: optional('string', naming('google_compute_backend_service', 'global', 'backendServices')), map_id: computed('number', { made: () => 1 }), description: optional('string') },
  blocks: {
    default_url_redirect: oneBlock(block({ https_redirect: optional('bool', { default: false }), strip_query: required('bool'), redirect_response_code: optional('string', { check: oneOf('FOUND', 'MOVED_PERMANENTLY_DEFAULT', 'PERMANENT_REDIRECT', 'SEE_OTHER', 'TEMPORARY_REDIRECT') }), host_redirect: optional('string'), path_redirect: optional('string') })),
    timeouts: allTimeouts,
  },
};

const namesUrlMap = naming('google_compute_url_map', 'global', 'urlMaps');
const httpProxy: ResourceKind = {
  type: 'google_compute_target_http_proxy', label: 'TargetHttpProxy', version: 0, latency: QUICK, id: idIn('global', 'targetHttpProxies'),
  attributes: { ...common, fingerprint, creation_timestamp: creationTimestamp, url_map: required('string', namesUrlMap), proxy_bind: optionalComputed('bool', { replaces: true }), proxy_id: computed('number', { made: () => 1 }) },
  blocks: { timeouts: allTimeouts },
};

const httpsProxy: ResourceKind = {
  type: 'google_compute_target_https_proxy', label: 'TargetHttpsProxy', version: 0, latency: QUICK, id: idIn('global', 'targetHttpsProxies'),
  attributes: { ...common, creation_timestamp: creationTimestamp, url_map: required('string', namesUrlMap), ssl_certificates: optional(listOf('string')), ssl_policy: optional('string'), proxy_id: computed('number', { made: () => 1 }) },
  blocks: { timeouts: allTimeouts },
};

const certificate: ResourceKind = {
  type: 'google_compute_managed_ssl_certificate', label: 'ManagedSslCertificate', version: 0, latency: { create: 1500, update: 500, delete: 800 }, id: idIn('global', 'sslCertificates'),
  attributes: { id, name: optionalComputed('string', { replaces: true, check: gceName }), project, self_link: selfLink, creation_timestamp: creationTimestamp, type: optional('string', { replaces: true, default: 'MANAGED' }), certificate_id: computed('number', { made: () => 1 }) },
  blocks: { managed: oneBlock(block({ domains: required(listOf('string'), { replaces: true }) }), { replaces: true }), timeouts: timeouts('create', 'delete') },
};

const forwardingRule: ResourceKind = {
  type: 'google_compute_global_forwarding_rule', label: 'GlobalForwardingRule', version: 0, latency: { create: 1500, update: 1000, delete: 1000 }, id: idIn('global', 'forwardingRules'),
  attributes: {
    ...common, ...labels, label_fingerprint: fingerprint, target: required('string'), port_range: optional('string', { replaces: true }), ip_protocol: optionalComputed('string', { replaces: true, check: oneOf('TCP', 'UDP', 'ESP', 'AH', 'SCTP', 'ICMP') }), ip_address: optionalComputed('string', { replaces: true, refersTo: naming('google_compute_global_address', 'global', 'addresses').refersTo }),
    load_balancing_scheme: optional('string', { default: 'EXTERNAL_MANAGED' }), network: optionalComputed('string', { replaces: true }), network_tier: optionalComputed('string', { replaces: true, made: () => 'PREMIUM' }), forwarding_rule_id: computed('number', { made: () => 1 }), description: optional('string', { replaces: true }),
  },
  blocks: { timeouts: allTimeouts },
};

export const loadBalancingKinds: readonly ResourceKind[] = [address, healthCheck, group, backend, urlMap, httpProxy, httpsProxy, certificate, forwardingRule];
