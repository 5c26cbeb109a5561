/**
 * Variables of the providers and their SDKs that say where, who or how, and not with what secret: hiding their values would hide half
 * of every plan, and what is compared with it. By the providers' own documentation: hashicorp/aws "Environment Variables",
 * hashicorp/google "Provider Configuration", hashicorp/azurerm "Authenticating", digitalocean/digitalocean "Argument Reference".
 */
const OPEN: readonly RegExp[] = [
  /^AWS_(?:PROFILE|DEFAULT_PROFILE|REGION|DEFAULT_REGION|ROLE_ARN|ROLE_SESSION_NAME|ACCOUNT_ID|CONFIG_FILE|SHARED_CREDENTIALS_FILE|WEB_IDENTITY_TOKEN_FILE|CA_BUNDLE|SDK_LOAD_CONFIG|DEFAULTS_MODE|MAX_ATTEMPTS|RETRY_MODE|ENDPOINT_URL.*|EC2_METADATA_.*|USE_.*|APPCONFIG_.*|STS_REGIONAL_ENDPOINTS|S3_USE_.*)$/,
  /^(?:GOOGLE|GCLOUD|CLOUDSDK|GCP)_(?:.*_)?(?:PROJECT|PROJECT_ID|PROJECT_NUMBER|REGION|ZONE|QUOTA_PROJECT|BILLING_PROJECT|UNIVERSE_DOMAIN)$/,
  /^(?:GOOGLE_IMPERSONATE_SERVICE_ACCOUNT|GOOGLE_APPLICATION_CREDENTIALS|GOOGLE_CLOUD_KEYFILE|USER_PROJECT_OVERRIDE)$/,
  /^ARM_(?:SUBSCRIPTION_ID|TENANT_ID|AUXILIARY_TENANT_IDS|CLIENT_ID|CLIENT_ID_FILE_PATH|ENVIRONMENT|METADATA_HOSTNAME|PARTNER_ID|USE_.*|SKIP_.*|DISABLE_.*|STORAGE_USE_AZUREAD|RESOURCE_PROVIDER_.*|MSI_ENDPOINT|CLIENT_CERTIFICATE_PATH|CLIENT_SECRET_FILE_PATH|OIDC_TOKEN_FILE_PATH|OIDC_REQUEST_URL)$/,
  /^(?:DIGITALOCEAN_API_URL|DIGITALOCEAN_HTTP_RETRY_.*|SPACES_ENDPOINT_URL)$/,
  /^TF_REATTACH_PROVIDERS$/,
  /^SIM_(?!.*(?:TOKEN|SECRET|KEY|PASSWORD)).*$/,
  // Of providers that are not ours: what ends like this says where.
  /^(?!TF_VAR_|.*(?:TOKEN|SECRET|KEY|PASSWORD))(?:.*_)?(?:REGION|ZONE|LOCATION|PROJECT|PROJECT_ID|ENVIRONMENT)$/,
];

/** Whether the value of a profile's variable has to be hidden; one that nobody knows has to be. */
export function isSecretVariable(name: string): boolean {
  return !OPEN.some((pattern) => pattern.test(name));
}
