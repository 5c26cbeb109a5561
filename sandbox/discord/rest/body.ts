import express, { type Request, type RequestHandler } from 'express';
import { brokenJson, invalidForm } from '../limits/discord-error';
import type { UploadedFile } from '../world/attachments';

/** A request's JSON, and the files that came with it. */
export interface RequestBody {
  body: unknown;
  files: UploadedFile[];
}

/** Reads a body into memory, whether JSON or multipart. */
export const readBody: RequestHandler[] = [
  express.json({ limit: '2mb', strict: false }),
  express.raw({ type: 'multipart/form-data', limit: '256mb' }),
];

/** A request's JSON and files. A multipart one has its JSON in `payload_json` and each file in `files[n]`. */
export async function bodyOf(request: Request): Promise<RequestBody> {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) return { body: body ?? {}, files: [] };
  const form = await parseMultipart(request.get('content-type') ?? '', body);
  const json = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') continue;
    const index = /^files\[(\d+)\]$/.exec(field)?.[1] ?? '0';
    files.push({ index, filename: value.name, contentType: contentType(value.name, value.type), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { body: typeof json === 'string' ? parseJson(json) : Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === 'string')), files };
}

/** Node's own parser: the one behind `fetch`. */
async function parseMultipart(type: string, body: Buffer<ArrayBuffer> | Buffer): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw invalidForm([], 'CONTENT_TYPE_INVALID', 'The multipart form could not be read.');
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw brokenJson();
  }
}

const BY_ENDING: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
};

function contentType(filename: string, sent: string): string {
  if (sent !== '' && sent !== 'application/octet-stream') return sent;
  return BY_ENDING[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
