import { defineBlueprint } from '../domain/blueprint';

export const devBox = defineBlueprint({
  name: 'dev-box',
  title: 'Development machine',
  description: 'A private machine to work on, with a disk of its own for what must last',
  resources: [
    { kind: 'vpc', name: 'main', values: { nat: 'yes' } },
    { kind: 'compute_vm', name: 'dev', values: { network: 'main', size: 'medium' } },
    { kind: 'disk', name: 'data', values: { attach_to: 'dev', size_gb: '50' } },
  ],
});
