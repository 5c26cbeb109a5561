import { defineBlueprint } from '../domain/blueprint';

export const webApp = defineBlueprint({
  name: 'web-app',
  title: 'Web application',
  description: 'A machine behind a load balancer, a private PostgreSQL, and a bucket for files',
  resources: [
    { kind: 'vpc', name: 'main', values: {} },
    { kind: 'firewall', name: 'web', values: { network: 'main', ports: '80, 443', sources: '0.0.0.0/0' } },
    { kind: 'compute_vm', name: 'web', values: { network: 'main', size: 'small' } },
    { kind: 'load_balancer', name: 'front', values: { network: 'main', target: 'web', port: '80' } },
    { kind: 'database', name: 'db', values: { network: 'main', engine: 'postgres', size: 'small' } },
    { kind: 'storage_bucket', name: 'assets', values: {} },
  ],
});
