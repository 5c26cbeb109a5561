import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALLS, type Call, type CallName, type Handlers } from '../protocol/calls';
import { decodeMessage, encodeMessage } from '../protocol/message';
import { grpcServer, type Unary } from './grpc-server';

// Terraform's half of the secret handshake: without it, a person has started the program by hand.
const COOKIE = { name: 'TF_PLUGIN_MAGIC_COOKIE', value: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };
const PROTOCOL = 6;
/** How long a provider waits for its Terraform, in milliseconds, before it takes it for dead. */
const LONELY_MS = 60_000;

export interface PluginOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly certificate: string;
  readonly key: string;
  readonly handlers: Handlers;
}

/** Whether Terraform started this process, and speaks the version of the protocol that we do. */
export function startedByTerraform(environment: Readonly<Record<string, string | undefined>>): boolean {
  const versions = (environment.PLUGIN_PROTOCOL_VERSIONS ?? '').split(',');
  return environment[COOKIE.name] === COOKIE.value && versions.includes(String(PROTOCOL)) && !!environment.PLUGIN_CLIENT_CERT;
}

/** Serves Terraform until it says goodbye or goes away. */
export function servePlugin({ environment, certificate, key, handlers }: PluginOptions): void {
  const socket = join(environment.PLUGIN_UNIX_SOCKET_DIR || tmpdir(), `cloud-${process.pid}-${Date.now()}.sock`);
  const leave = (): never => {
    rmSync(socket, { force: true });
    process.exit(0);
  };
  const lonely = setTimeout(leave, LONELY_MS);
  const methods = new Map<string, Unary>([
    ...providerMethods(handlers),
    // Terraform closes its connection right after this call, and that ends the process.
    ['/plugin.GRPCController/Shutdown', () => Promise.resolve(new Uint8Array())],
  ]);
  const silent = new Set(['/plugin.GRPCStdio/StreamStdio', '/plugin.GRPCBroker/StartStream']);
  const server = grpcServer({ identity: { key, certificate, clientCertificate: environment.PLUGIN_CLIENT_CERT ?? '' }, methods, silent, onDeserted: leave });
  server.on('session', () => clearTimeout(lonely));
  // Ctrl-C reaches the whole process group, and Terraform still needs us to finish: it tells us when to stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', leave);
  server.listen(socket, () => process.stdout.write(`1|${PROTOCOL}|unix|${socket}|grpc|${bareBase64(certificate)}\n`));
}

/** Every call of Terraform's provider protocol, by its path. */
export function providerMethods(handlers: Handlers): [string, Unary][] {
  const names = Object.keys(CALLS) as CallName[];
  return names.map((name) => [`/tfplugin${PROTOCOL}.Provider/${name}`, methodOf(CALLS[name], handlers[name])]);
}

// Which request belongs to which handler is checked where `Handlers` is declared; a list of all of them cannot say it.
function methodOf(call: unknown, handler: unknown): Unary {
  const { request, answer } = call as Call<object, object>;
  const answerOne = handler as (request: object) => object | Promise<object>;
  return async (wire) => encodeMessage(answer, await answerOne(decodeMessage(request, wire)));
}

function bareBase64(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s|=/g, '');
}
