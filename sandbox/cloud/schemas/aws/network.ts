import { computed, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { aZone, cidr, oneOf } from './checks';
import { arn, id, idWith, names, octetOf, tags, textIn } from './common-attributes';

const QUICK = { create: 600, update: 400, delete: 600 };

const vpc: ResourceKind = {
  type: 'aws_vpc', label: 'VPC', version: 1, latency: { create: 1500, update: 800, delete: 1200 }, id: idWith('vpc', 'tags', 'cidr_block'),
  attributes: {
    id, cidr_block: optionalComputed('string', { replaces: true, check: cidr }), enable_dns_support: optional('bool'), enable_dns_hostnames: optionalComputed('bool'), instance_tenancy: optional('string', { replaces: true }), ...tags,
    arn: arn('ec2', (scene) => `vpc/${textIn(scene, 'id')}`), default_security_group_id: computed('string', { made: idWith('sg', 'id') }), default_route_table_id: computed('string', { made: idWith('rtb', 'id') }),
    main_route_table_id: computed('string', { made: idWith('rtb', 'id') }), default_network_acl_id: computed('string', { made: idWith('acl', 'id') }), owner_id: computed('string', { made: () => '123456789012' }),
  },
  blocks: {},
};

const subnet: ResourceKind = {
  type: 'aws_subnet', label: 'EC2 Subnet', version: 1, latency: { create: 1000, update: 600, delete: 800 }, id: idWith('subnet', 'vpc_id', 'cidr_block'),
  attributes: {
    id, vpc_id: required('string', { replaces: true, ...names('aws_vpc') }), cidr_block: optional('string', { replaces: true, check: cidr }), availability_zone: optionalComputed('string', { replaces: true, check: aZone, made: () => 'us-east-1a' }),
    map_public_ip_on_launch: optional('bool'), assign_ipv6_address_on_creation: optional('bool'), ...tags, arn: arn('ec2', (scene) => `subnet/${textIn(scene, 'id')}`), owner_id: computed('string', { made: () => '123456789012' }),
  },
  blocks: { timeouts: timeouts('create', 'delete') },
};

const internetGateway: ResourceKind = {
  type: 'aws_internet_gateway', label: 'EC2 Internet Gateway', version: 0, latency: QUICK, id: idWith('igw', 'vpc_id'),
  attributes: { id, vpc_id: optionalComputed('string', names('aws_vpc')), ...tags, arn: arn('ec2', (scene) => `internet-gateway/${textIn(scene, 'id')}`) },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const routeTable: ResourceKind = {
  type: 'aws_route_table', label: 'Route Table', version: 0, latency: QUICK, id: idWith('rtb', 'vpc_id', 'tags'),
  attributes: { id, vpc_id: required('string', { replaces: true, ...names('aws_vpc') }), ...tags, arn: arn('ec2', (scene) => `route-table/${textIn(scene, 'id')}`) },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const route: ResourceKind = {
  type: 'aws_route', label: 'Route', version: 0, latency: QUICK, id: (scene) => `r-${textIn(scene, 'route_table_id')}${octetOf(textIn(scene, 'destination_cidr_block'))}`,
  attributes: {
    id, route_table_id: required('string', names('aws_route_table')), destination_cidr_block: optional('string', { check: cidr }), gateway_id: optional('string', names('aws_internet_gateway')),
    nat_gateway_id: optional('string', names('aws_nat_gateway')), state: computed('string', { made: () => 'active' }), origin: computed('string', { made: () => 'CreateRoute' }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const association: ResourceKind = {
  type: 'aws_route_table_association', label: 'Route Table Association', version: 0, latency: QUICK, id: idWith('rtbassoc', 'subnet_id', 'route_table_id'),
  attributes: { id, subnet_id: optional('string', names('aws_subnet')), route_table_id: required('string', names('aws_route_table')), gateway_id: optional('string') },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const eip: ResourceKind = {
  type: 'aws_eip', label: 'EC2 EIP', version: 0, latency: QUICK, id: idWith('eipalloc', 'tags'),
  attributes: {
    id, domain: optionalComputed('string', { check: oneOf('vpc', 'standard') }), ...tags, allocation_id: computed('string', { made: (scene) => textIn(scene, 'id') }),
    public_ip: computed('string', { made: (scene) => `198.51.100.${octetOf(textIn(scene, 'id'))}` }), arn: arn('ec2', (scene) => `elastic-ip/${textIn(scene, 'id')}`),
  },
  blocks: { timeouts: timeouts('read', 'update', 'delete') },
};

const natGateway: ResourceKind = {
  type: 'aws_nat_gateway', label: 'EC2 NAT Gateway', version: 0, latency: { create: 4000, update: 1000, delete: 2000 }, id: idWith('nat', 'subnet_id'),
  attributes: {
    id, subnet_id: required('string', { replaces: true, ...names('aws_subnet') }), allocation_id: optional('string', names('aws_eip')), connectivity_type: optional('string', { replaces: true, check: oneOf('public', 'private') }), ...tags,
    private_ip: optionalComputed('string', { made: (scene) => `10.10.0.${octetOf(textIn(scene, 'id'))}` }), public_ip: computed('string', { made: (scene) => `198.51.100.${octetOf(textIn(scene, 'allocation_id'))}` }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

export const networkKinds: readonly ResourceKind[] = [vpc, subnet, internetGateway, routeTable, route, association, eip, natGateway];
