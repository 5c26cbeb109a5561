import type { Http2Server, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { createSecureServer, createServer } from 'node:http2';

export type Unary = (request: Uint8Array) => Promise<Uint8Array>;

export interface Identity {
  readonly key: string;
  readonly certificate: string;
  /** The only client that is let in. */
  readonly clientCertificate: string;
}

export interface GrpcServerOptions {
  /** Absent: whoever reaches the socket is let in. */
  readonly identity?: Identity;
  /** What answers each path, `/package.Service/Method`. */
  readonly methods: ReadonlyMap<string, Unary>;
  /** Paths whose stream is accepted and then stays silent. */
  readonly silent: ReadonlySet<string>;
  /** The last connection ended. */
  readonly onDeserted: () => void;
}

const UNIMPLEMENTED = 12;
const INTERNAL = 13;
const PREFIX_BYTES = 5;
const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };

/** A gRPC server for unary calls over HTTP/2: all that a Terraform provider needs, and quick to start. */
export function grpcServer(options: GrpcServerOptions): Http2Server {
  const server = options.identity ? secured(options.identity) : createServer();
  let sessions = 0;
  server.on('session', (session: ServerHttp2Session) => {
    sessions += 1;
    session.on('error', ignore);
    session.on('close', () => {
      sessions -= 1;
      if (sessions === 0) options.onDeserted();
    });
  });
  server.on('stream', (stream, headers) => {
    // A peer that goes away mid-stream is no news: its session's end is.
    stream.on('error', ignore);
    void answer(stream, headers[':path'] ?? '', options);
  });
  return server;
}

function secured({ key, certificate: cert, clientCertificate: ca }: Identity): Http2Server {
  return createSecureServer({ key, cert, ca, requestCert: true, rejectUnauthorized: true });
}

async function answer(stream: ServerHttp2Stream, path: string, { methods, silent }: GrpcServerOptions): Promise<void> {
  if (silent.has(path)) return stream.respond(HEADERS);
  const method = methods.get(path);
  if (!method) return fail(stream, UNIMPLEMENTED, `${path} is not part of the simulated cloud`);
  try {
    reply(stream, await method(await receive(stream)));
  } catch (error) {
    fail(stream, INTERNAL, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function receive(stream: ServerHttp2Stream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).subarray(PREFIX_BYTES);
}

function reply(stream: ServerHttp2Stream, content: Uint8Array): void {
  if (stream.destroyed) return;
  // One byte for "not compressed", then the length.
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(content.length, 1);
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.respond(HEADERS, { waitForTrailers: true });
  stream.end(Buffer.concat([prefix, content]));
}

function fail(stream: ServerHttp2Stream, status: number, words: string): void {
  if (stream.destroyed) return;
  stream.respond({ ...HEADERS, 'grpc-status': String(status), 'grpc-message': encodeURIComponent(words) }, { endStream: true });
}

function ignore(): void {
  // Nothing to do: see where it is used.
}
