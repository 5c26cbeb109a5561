import type { RenderedResource } from '../domain/resource-definition';
import { expression, template } from '../domain/terraform-json';
import { named } from './aws-tags';

/** Amazon's own policies for static files, by the ids its documentation gives ("Managed cache policies", "Managed response headers policies"). */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';

/** CloudFront in front of a bucket that stays private: only this distribution may read it, and people come over TLS. */
export function websiteOf(name: string, uniqueName: string, labels: Readonly<Record<string, string>>): RenderedResource {
  const bucket = `aws_s3_bucket.${name}`;
  const distribution = `aws_cloudfront_distribution.${name}`;
  const policy = template`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject","Resource":"${expression(`${bucket}.arn`)}/*","Condition":{"StringEquals":{"AWS:SourceArn":"${expression(`${distribution}.arn`)}"}}}]}`;
  return {
    blocks: [
      { type: 'aws_cloudfront_origin_access_control', body: { name: uniqueName, origin_access_control_origin_type: 's3', signing_behavior: 'always', signing_protocol: 'sigv4' } },
      {
        type: 'aws_cloudfront_distribution',
        body: {
          enabled: true, is_ipv6_enabled: true, default_root_object: 'index.html', price_class: 'PriceClass_100', comment: `Website ${name}`, tags: named(name, labels),
          origin: [{ origin_id: 'bucket', domain_name: expression(`${bucket}.bucket_regional_domain_name`), origin_access_control_id: expression(`aws_cloudfront_origin_access_control.${name}.id`) }],
          default_cache_behavior: [{
            target_origin_id: 'bucket', viewer_protocol_policy: 'redirect-to-https', allowed_methods: ['GET', 'HEAD'], cached_methods: ['GET', 'HEAD'], compress: true,
            cache_policy_id: CACHING_OPTIMIZED, response_headers_policy_id: SECURITY_HEADERS,
          }],
          restrictions: [{ geo_restriction: [{ restriction_type: 'none' }] }],
          viewer_certificate: [{ cloudfront_default_certificate: true }],
        },
      },
      { type: 'aws_s3_bucket_policy', body: { bucket: expression(`${bucket}.id`), policy } },
    ],
    outputs: [{ name: 'website', description: 'Address of the website', value: expression(`${distribution}.domain_name`) }],
  };
}
