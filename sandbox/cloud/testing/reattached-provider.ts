import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCloudFolder } from '../engine/cloud-folder';
import { SimulatedProvider } from '../engine/simulated-provider';
import { grpcServer } from '../provider/grpc-server';
import { providerHandlers } from '../provider/handlers';
import { providerMethods } from '../provider/plugin';
import { PROVIDERS } from '../schemas';

const PROTOCOL = 6;

/** A simulated provider that lives in this process, for as many Terraforms as come: they need neither start nor install it. */
export interface ReattachedProvider {
  /** What tells Terraform where it is: the value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  close(): void;
}

/** `cloudDir`: the folder of its cloud, where its socket stands too. */
export async function reattachedProvider(source: string, cloudDir: string, environment: Readonly<Record<string, string>>): Promise<ReattachedProvider> {
  const definition = PROVIDERS.find(({ namespace, name }) => `${namespace}/${name}` === source);
  if (!definition) throw new Error(`There is no simulated provider ${source}`);
  const socket = join(cloudDir, 'provider.sock');
  const provider = new SimulatedProvider(definition, openCloudFolder(cloudDir), environment);
  const server = grpcServer({
    methods: new Map([...providerMethods(providerHandlers(provider)), ['/plugin.GRPCController/Shutdown', () => Promise.resolve(new Uint8Array())]]),
    silent: new Set(['/plugin.GRPCStdio/StreamStdio', '/plugin.GRPCBroker/StartStream']), onDeserted: () => undefined,
  });
  server.listen(socket);
  await once(server, 'listening');
  const place = { Protocol: 'grpc', ProtocolVersion: PROTOCOL, Pid: process.pid, Test: true, Addr: { Network: 'unix', String: socket } };
  return {
    reattach: JSON.stringify({ [`registry.terraform.io/${source}`]: place }),
    close: () => {
      server.close();
      rmSync(socket, { force: true });
    },
  };
}
