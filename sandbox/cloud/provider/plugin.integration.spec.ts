import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type ClientHttp2Session } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installSimulatedCloud, type InstalledCloud } from '../install';

const PROGRAM = join(__dirname, '..', '..', '..', 'dist', 'sandbox', 'cloud', 'provider.bundle.js');
const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };

describe("the provider's process", () => {
  let folder: string;
  let installed: InstalledCloud;
  let certificate: string;
  let key: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plugin-'));
    installed = await installSimulatedCloud({ dir: folder, nodeBinary: process.execPath });
    certificate = readFileSync(join(folder, 'certificate/certificate.pem'), 'utf8');
    key = readFileSync(join(folder, 'certificate/certificate-key.pem'), 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // The certificate of the server serves as the client's too: what counts here is that only that one is let in.
  function start(environment: Record<string, string>): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [PROGRAM, 'google', join(folder, 'certificate')], { env: { PLUGIN_UNIX_SOCKET_DIR: folder, ...environment } });
  }
  const asTerraform = (): Record<string, string> => ({ ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5,6', PLUGIN_CLIENT_CERT: certificate, ...installed.environment });

  async function handshake(provider: ChildProcessWithoutNullStreams): Promise<string[]> {
    const [chunk] = (await once(provider.stdout, 'data')) as [Buffer];
    return chunk.toString().trimEnd().split('|');
  }
  async function session(socket: string): Promise<ClientHttp2Session> {
    const one = connect('https://localhost', { createConnection: () => connectTls({ path: socket, ca: certificate, cert: certificate, key, servername: 'localhost', ALPNProtocols: ['h2'] }) });
    await once(one, 'connect');
    return one;
  }

  it('shakes hands in one line, survives Ctrl-C, and ends with its last connection', async () => {
    const provider = start(asTerraform());
    const [core, version, network, socket = '', protocol, der = ''] = await handshake(provider);
    expect([core, version, network, protocol]).toEqual(['1', '6', 'unix', 'grpc']);
    expect(der).toMatch(/^[A-Za-z0-9+/]+$/);
    provider.kill('SIGINT');
    const [first, second] = [await session(socket), await session(socket)];
    first.close();
    await once(first, 'close');
    const call = second.request({ ':method': 'POST', ':path': '/tfplugin6.Provider/NoSuchCall' });
    const [headers] = (await once(call, 'response')) as [Record<string, string>];
    expect(headers['grpc-status']).toBe('12');

    const ended = once(provider, 'exit');
    second.close();
    expect(await ended).toEqual([0, null]);
    expect(existsSync(socket)).toBe(false);
  });

  it('lets nobody in without the right certificate', async () => {
    const provider = start(asTerraform());
    const [, , , socket = ''] = await handshake(provider);
    const stranger = connectTls({ path: socket, ca: certificate, servername: 'localhost', ALPNProtocols: ['h2'] });
    const [error] = (await once(stranger, 'error')) as [Error];
    expect(error.message).toMatch(/certificate required|handshake failure|socket disconnected|ECONNRESET/i);
    provider.kill();
    await once(provider, 'exit');
  });

  it.each([
    ['by hand', {}, 1, 'Terraform starts it by itself'],
    ['by an old Terraform', { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5', PLUGIN_CLIENT_CERT: 'x' }, 1, 'Terraform starts it by itself'],
  ])('does nothing when started %s', async (_how, environment, code, words) => {
    const provider = start(environment);
    const [said] = (await once(provider.stderr, 'data')) as [Buffer];
    expect(said.toString()).toContain(words);
    expect(await once(provider, 'exit')).toEqual([code, null]);
  });
});
