import { createHash } from 'node:crypto';

const TYPE = 'ssh-ed25519';

/**
 * A public SSH key that opens nothing: Azure demands one of every Linux machine, and not everybody wants to sign in with
 * one. Its 32 bytes are the SHA-256 of a sentence, so there is nobody who could have made them from a private key.
 */
export function nobodysKey(): string {
  const bytes = createHash('sha256').update('Cloud Engine: nobody holds the private half of this key.').digest();
  const field = (content: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, content.length]), content]);
  return `${TYPE} ${Buffer.concat([field(Buffer.from(TYPE)), field(bytes)]).toString('base64')}`;
}
