import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere } from '../engine/files';
import { writeIfChanged } from './write-if-changed';

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 3650;
const RENEW_DAYS = 30;

/** Makes sure that a certificate for `localhost` and its key lie in this folder: Terraform and its provider talk over TLS. */
export async function ensureCertificate(folder: string): Promise<void> {
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'certificate-key.pem');
  const present = readIfThere(certificateFile);
  if (present !== undefined && readIfThere(keyFile) !== undefined && isFresh(present)) return;

  // Only needed once, and slow to load.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A clock that is set back a little must not make it invalid.
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  writeIfChanged(keyFile, made.private, 0o600);
  writeIfChanged(certificateFile, made.cert, 0o644);
}

function isFresh(pem: string): boolean {
  return new X509Certificate(pem).validToDate.getTime() > Date.now() + RENEW_DAYS * DAY_MS;
}
