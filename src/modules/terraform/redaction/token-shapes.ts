/** What secrets look like, whoever they belong to. Where a pattern has a group named `keep`, that much stays readable. */
export const TOKEN_SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g, // AWS key ids
  /(?<keep>\baws_?(?:secret)?_?(?:access)?_?key["']?\s*[:=]\s*["']?)[A-Za-z0-9/+=]{40}/gi,
  /\bya29\.[\w-]{10,}/g, // Google access tokens
  /\bAIza[\w-]{35}/g, // Google API keys
  /\bGOCSPX-[\w-]{20,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{20,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g, // Slack
  /\bhooks\.slack\.com\/services\/[\w/]+/g,
  /\bdo[pro]_v1_[a-f0-9]{32,}/g, // DigitalOcean
  /\b[MNO][\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, // Discord bots
  /\bdiscord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]+/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, // JWTs
  /\bsk_(?:live|test)_\w{16,}/g,
  /\b[\w-]{14}\.atlasv1\.[\w-]{40,}/g, // HCP Terraform
  /(?<keep>\bBearer\s+)[\w.~+/=-]{8,}/gi,
  /(?<keep>\w:\/\/[^\s:/@]*:)[^\s/@]{3,}(?=@)/g, // scheme://user:password@host
  /(?<keep>\b(?:\w*(?:password|passwd|secret|api_?key|private_key|access_key|account_?key|sas_token|client_secret|auth_token|access_token))["']?\s*[:=]\s*["']?)(?!\(|null\b|true\b|false\b)[^\s"',;&)]{3,}/gi,
];
