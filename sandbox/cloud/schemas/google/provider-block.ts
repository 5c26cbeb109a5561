import { block, listBlock, listOf, mapOf, optional, required } from '../../engine/build';
import { isUnknown, textOf, type ObjectValue } from '../../engine/value';
import { existsSync } from 'node:fs';

/** The settings of `provider "google"`; addresses of single services are left out. */
export const providerBlock = block(
  {
    access_token: optional('string'),
    add_terraform_attribution_label: optional('bool'),
    billing_project: optional('string'),
    credentials: optional('string'),
    default_labels: optional(mapOf('string')),
    impersonate_service_account: optional('string'),
    impersonate_service_account_delegates: optional(listOf('string')),
    project: optional('string'),
    region: optional('string'),
    request_reason: optional('string'),
    request_timeout: optional('string'),
    scopes: optional(listOf('string')),
    terraform_attribution_label_addition_strategy: optional('string'),
    universe_domain: optional('string'),
    user_project_override: optional('bool'),
    zone: optional('string'),
  },
  {
    batching: listBlock(block({ enable_batching: optional('bool'), send_after: optional('string') })),
    external_credentials: listBlock(
      block({ audience: required('string'), identity_token: required('string'), service_account_email: required('string') }),
    ),
  },
);

/** The variables that the real provider reads, in its order. */
export const SETTINGS_FROM_ENVIRONMENT = {
  access_token: ['GOOGLE_OAUTH_ACCESS_TOKEN'],
  billing_project: ['GOOGLE_BILLING_PROJECT'],
  credentials: ['GOOGLE_CREDENTIALS', 'GOOGLE_CLOUD_KEYFILE_JSON', 'GCLOUD_KEYFILE_JSON'],
  impersonate_service_account: ['GOOGLE_IMPERSONATE_SERVICE_ACCOUNT'],
  project: ['GOOGLE_PROJECT', 'GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT', 'CLOUDSDK_CORE_PROJECT'],
  region: ['GOOGLE_REGION', 'GCLOUD_REGION', 'CLOUDSDK_COMPUTE_REGION'],
  zone: ['GOOGLE_ZONE', 'GCLOUD_ZONE', 'CLOUDSDK_COMPUTE_ZONE'],
} as const;

/** Credentials are a file's name or JSON. Which account they stand for, a simulated cloud does not care. */
export function validateSettings(settings: ObjectValue): string[] {
  const credentials = isUnknown(settings.credentials) ? undefined : textOf(settings.credentials);
  if (credentials === undefined || existsSync(credentials) || isJson(credentials)) return [];
  return ['JSON credentials are not valid: `credentials` is neither the path of a file nor the JSON of a service account key'];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
