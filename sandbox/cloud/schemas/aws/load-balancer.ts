import { block, computed, listBlock, oneBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { between, matches, oneOf } from './checks';
import { hex, id, names, regionOf, tags, textIn } from './common-attributes';

const arnOf = (kind: string) => (scene: Parameters<ResourceKind['id']>[0]): string =>
  `arn:aws:elasticloadbalancing:${regionOf(scene)}:123456789012:${kind}/${textIn(scene, 'name') || hex(`${textIn(scene, 'load_balancer_arn')}${JSON.stringify(scene.object.port)}`).slice(0, 16)}/${hex(textIn(scene, 'name')).slice(0, 16)}`;
const sameAsId = { made: (scene: Parameters<ResourceKind['id']>[0]) => textIn(scene, 'id') };
const aName = matches(/^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/);

const balancer: ResourceKind = {
  type: 'aws_lb', label: 'ELBv2 application Load Balancer', version: 0, latency: { create: 5000, update: 2000, delete: 2500 }, id: arnOf('loadbalancer/app'),
  attributes: {
    id, name: optionalComputed('string', { replaces: true, check: aName }), internal: optionalComputed('bool', { replaces: true }), load_balancer_type: optional('string', { replaces: true, check: oneOf('application', 'network', 'gateway') }),
    subnets: optionalComputed(setOf('string')), security_groups: optionalComputed(setOf('string')), drop_invalid_header_fields: optional('bool'), enable_deletion_protection: optional('bool'), ip_address_type: optionalComputed('string', { made: () => 'ipv4' }), ...tags,
    arn: computed('string', sameAsId), dns_name: computed('string', { made: (scene) => `${textIn(scene, 'name')}-1234567890.${regionOf(scene)}.elb.amazonaws.com` }), zone_id: computed('string', { made: () => 'Z35SXDOTRQ7X7K' }), vpc_id: computed('string'),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const targetGroup: ResourceKind = {
  type: 'aws_lb_target_group', label: 'ELBv2 Target Group', version: 0, latency: { create: 800, update: 600, delete: 600 }, id: arnOf('targetgroup'),
  attributes: {
    id, name: optionalComputed('string', { replaces: true, check: aName }), port: optional('number', { replaces: true, check: between(1, 65_535) }), protocol: optional('string', { replaces: true, check: oneOf('HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE') }),
    target_type: optional('string', { replaces: true, check: oneOf('instance', 'ip', 'lambda', 'alb') }), vpc_id: optional('string', { replaces: true, ...names('aws_vpc') }), ...tags, arn: computed('string', sameAsId), protocol_version: optionalComputed('string', { made: () => 'HTTP1' }),
  },
  blocks: {
    health_check: oneBlock(block({
      path: optionalComputed('string'), matcher: optionalComputed('string'), enabled: optional('bool'), port: optional('string'), protocol: optional('string'), interval: optional('number'), timeout: optionalComputed('number', { made: () => 5 }),
      healthy_threshold: optional('number'), unhealthy_threshold: optional('number'),
    })),
  },
};

const attachment: ResourceKind = {
  type: 'aws_lb_target_group_attachment', label: 'ELBv2 Target Group Attachment', version: 0, latency: { create: 500, update: 400, delete: 400 }, id: (scene) => `${textIn(scene, 'target_group_arn')}-${textIn(scene, 'target_id')}`,
  attributes: { id, target_group_arn: required('string', names('aws_lb_target_group')), target_id: required('string', names('aws_instance')), port: optional('number'), availability_zone: optional('string') },
  blocks: {},
};

const listener: ResourceKind = {
  type: 'aws_lb_listener', label: 'ELBv2 Listener', version: 0, latency: { create: 600, update: 500, delete: 500 }, id: arnOf('listener/app'),
  attributes: {
    id, load_balancer_arn: required('string', { replaces: true, ...names('aws_lb') }), port: optional('number', { check: between(1, 65_535) }), protocol: optionalComputed('string', { check: oneOf('HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP') }),
    ssl_policy: optionalComputed('string'), certificate_arn: optional('string', { check: matches(/^arn:aws[a-z-]*:/) }), ...tags, arn: computed('string', sameAsId),
  },
  blocks: {
    default_action: listBlock(block({ type: required('string', { check: oneOf('forward', 'redirect', 'fixed-response') }), target_group_arn: optional('string', names('aws_lb_target_group')), order: optionalComputed('number', { made: () => 1 }) }, {
      redirect: oneBlock(block({ port: optional('string'), protocol: optional('string', { check: oneOf('HTTP', 'HTTPS', '#{protocol}') }), status_code: required('string', { check: oneOf('HTTP_301', 'HTTP_302') }), host: optional('string'), path: optional('string'), query: optional('string') })),
    }), { min: 1 }),
    timeouts: timeouts('create', 'update'),
  },
};

export const loadBalancerKinds: readonly ResourceKind[] = [balancer, targetGroup, attachment, listener];
