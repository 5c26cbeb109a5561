import { defineBlueprint } from '../domain/blueprint';

export const kubernetesStarter = defineBlueprint({
  name: 'kubernetes-starter',
  title: 'Kubernetes starter',
  description: 'A small Kubernetes cluster in a network of its own, and an identity for what runs on it',
  resources: [
    { kind: 'vpc', name: 'main', values: { nat: 'yes' } },
    { kind: 'kubernetes_cluster', name: 'main', values: { network: 'main', size: 'medium', nodes: '2' } },
    { kind: 'service_account', name: 'workload', values: {} },
  ],
});
