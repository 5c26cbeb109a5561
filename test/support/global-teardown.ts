import { rm } from 'node:fs/promises';

export default async function stopPostgres(): Promise<void> {
  if (!globalThis.testPostgres) return;
  await globalThis.testPostgres.stop();
  await rm(globalThis.testPostgres.folder, { recursive: true, force: true });
}
