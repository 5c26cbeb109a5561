import { whyNotPublicKey } from '../domain/ssh-key';

/** Whether this names a key that the account has: an MD5 fingerprint, or the number DigitalOcean gave it. */
export function namesKey(text: string): boolean {
  return /^([0-9a-f]{2}:){15}[0-9a-f]{2}$/.test(text) || /^[1-9]\d{0,11}$/.test(text);
}

/** Why a text is neither a public key nor names one, as a phrase that follows it. */
export function whyNotKey(text: string): string | undefined {
  return namesKey(text) ? undefined : whyNotPublicKey(text);
}
