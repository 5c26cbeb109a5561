const KEY = /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) ([A-Za-z0-9+/]{40,800}={0,2})( [A-Za-z0-9@._-]{1,60})?$/;

/** Why a public key is refused, as a phrase that follows it; a private one above all. */
export function whyNotPublicKey(text: string): string | undefined {
  if (/PRIVATE KEY/.test(text)) return 'is a private key, which nobody else may ever see';
  return KEY.test(text) ? undefined : 'is no public SSH key';
}
