import { block, computed, listOf, oneBlock, optional, optionalComputed, required, setBlock, setOf } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { oneOf } from './checks';
import { hex, id, tags, textIn } from './common-attributes';

const idFrom = (scene: Parameters<ResourceKind['id']>[0], name: string): string => `E${hex(JSON.stringify(scene.object[name] ?? name)).slice(0, 13).toUpperCase()}`;

const accessControl: ResourceKind = {
  type: 'aws_cloudfront_origin_access_control', label: 'CloudFront Origin Access Control', version: 0, latency: { create: 500, update: 500, delete: 500 }, id: (scene) => idFrom(scene, 'name'),
  attributes: {
    id, name: required('string', { replaces: true }), description: optional('string'), origin_access_control_origin_type: required('string', { check: oneOf('s3', 'lambda', 'mediastore', 'mediapackagev2') }),
    signing_behavior: required('string', { check: oneOf('always', 'never', 'no-override') }), signing_protocol: required('string', { check: oneOf('sigv4') }), etag: computed('string'), arn: computed('string'),
  },
  blocks: {},
};

const distribution: ResourceKind = {
  type: 'aws_cloudfront_distribution', label: 'CloudFront Distribution', version: 1, latency: { create: 5000, update: 2500, delete: 2500 }, id: (scene) => idFrom(scene, 'origin'),
  attributes: {
    id, enabled: required('bool'), is_ipv6_enabled: optional('bool'), default_root_object: optional('string'), price_class: optional('string', { check: oneOf('PriceClass_100', 'PriceClass_200', 'PriceClass_All') }), comment: optional('string'),
    aliases: optional(setOf('string')), http_version: optional('string'), retain_on_delete: optional('bool'), wait_for_deployment: optional('bool'), ...tags,
    arn: computed('string', { made: (scene) => `arn:aws:cloudfront::123456789012:distribution/${textIn(scene, 'id')}` }), domain_name: computed('string', { made: (scene) => `${textIn(scene, 'id').toLowerCase()}.cloudfront.net` }),
    hosted_zone_id: computed('string', { made: () => 'Z2FDTNDATAQYW2' }), status: computed('string', { made: () => 'Deployed' }), etag: computed('string'),
  },
  blocks: {
    origin: setBlock(block({ origin_id: required('string'), domain_name: required('string'), origin_access_control_id: optional('string'), origin_path: optional('string') }), { min: 1 }),
    default_cache_behavior: oneBlock(block({
      target_origin_id: required('string'), viewer_protocol_policy: required('string', { check: oneOf('allow-all', 'https-only', 'redirect-to-https') }), allowed_methods: required(setOf('string')), cached_methods: required(setOf('string')),
      compress: optional('bool'), cache_policy_id: optional('string'), response_headers_policy_id: optional('string'), origin_request_policy_id: optional('string'), min_ttl: optional('number'), default_ttl: optionalComputed('number'), max_ttl: optionalComputed('number'),
      trusted_key_groups: optionalComputed(listOf('string')), trusted_signers: optionalComputed(listOf('string')),
    }), { min: 1 }),
    restrictions: oneBlock(block({}, { geo_restriction: oneBlock(block({ restriction_type: required('string', { check: oneOf('none', 'blacklist', 'whitelist') }), locations: optionalComputed(setOf('string')) }), { min: 1 }) }), { min: 1 }),
    viewer_certificate: oneBlock(block({ cloudfront_default_certificate: optional('bool'), acm_certificate_arn: optional('string'), minimum_protocol_version: optional('string'), ssl_support_method: optional('string') }), { min: 1 }),
  },
};

export const cloudfrontKinds: readonly ResourceKind[] = [accessControl, distribution];
