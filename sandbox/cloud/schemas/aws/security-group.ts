import { computed, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { Attribute, ResourceKind } from '../../engine/schema';
import { between, cidr, matches } from './checks';
import { arn, id, idWith, names, plainTags, tags, textIn } from './common-attributes';

const group: ResourceKind = {
  type: 'aws_security_group', label: 'Security Group', version: 1, latency: { create: 1000, update: 600, delete: 800 }, id: idWith('sg', 'vpc_id', 'name'),
  attributes: {
    id, name: optionalComputed('string', { replaces: true, check: matches(/^(?!sg-)[A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]{1,255}$/) }), description: optional('string', { replaces: true }), vpc_id: optionalComputed('string', { replaces: true, ...names('aws_vpc') }),
    revoke_rules_on_delete: optional('bool'), ...tags, arn: arn('ec2', (scene) => `security-group/${textIn(scene, 'id')}`), owner_id: computed('string', { made: () => '123456789012' }),
  },
  blocks: { timeouts: timeouts('create', 'delete') },
};

const rule = (type: string, label: string): ResourceKind => ({
  type, label, version: 0, latency: { create: 500, update: 400, delete: 400 }, id: idWith('sgr', 'security_group_id', 'ip_protocol', 'from_port', 'to_port', 'cidr_ipv4', 'referenced_security_group_id'),
  attributes: {
    id: computed('string'), security_group_id: required('string', names('aws_security_group')), ip_protocol: required('string'), from_port: optional('number', { check: between(-1, 65_535) }), to_port: optional('number', { check: between(-1, 65_535) }),
    cidr_ipv4: optional('string', { check: cidr }), cidr_ipv6: optional('string'), referenced_security_group_id: optional('string', names('aws_security_group')), prefix_list_id: optional('string'), description: optional('string'), ...plainTags,
    arn: arn('ec2', (scene) => `security-group-rule/${textIn(scene, 'id')}`), security_group_rule_id: computed('string', { made: (scene) => textIn(scene, 'id') }),
  } satisfies Record<string, Attribute>,
  blocks: {},
});

export const securityGroupKinds: readonly ResourceKind[] = [group, rule('aws_vpc_security_group_ingress_rule', 'VPC Security Group Ingress Rule'), rule('aws_vpc_security_group_egress_rule', 'VPC Security Group Egress Rule')];
