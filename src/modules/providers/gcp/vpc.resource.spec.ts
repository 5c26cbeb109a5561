import { Expression } from '../domain/terraform-json';
import { vpc } from './vpc.resource';

const render = (values: object) => vpc.render({ name: 'main', args: vpc.args.parse(values), region: 'europe-west1', environment: 'dev', zones: [], labels: {}, deployment: 'dep_1', referenced: () => undefined }).blocks;

describe('a private network', () => {
  it('makes no subnetwork by itself, opens no port, and has one subnetwork by default', () => {
    const blocks = render({});
    expect(blocks.map(({ type, part }) => [type, part])).toEqual([['google_compute_network', undefined], ['google_compute_subnetwork', '10-10-0-0-20']]);
    expect(blocks[0]?.body).toMatchObject({ auto_create_subnetworks: false, description: 'Managed by Cloud Engine, deployment dep_1' });
    expect(blocks[1]?.body).toMatchObject({ ip_cidr_range: '10.10.0.0/20', region: 'europe-west1', private_ip_google_access: true, log_config: [expect.anything()] });
  });

  it('makes a subnetwork of each range, called by its range', () => {
    expect(render({ ranges: '10.0.0.0/24,192.168.4.0/22' }).slice(1).map(({ body }) => body.name)).toEqual(['main-10-0-0-0-24', 'main-192-168-4-0-22']);
  });

  it('opens SSH to Identity-Aware Proxy only, and only when asked', () => {
    expect(render({ ssh: 'iap' }).at(-1)).toMatchObject({ type: 'google_compute_firewall', body: { source_ranges: ['35.235.240.0/20'], allow: [{ protocol: 'tcp', ports: ['22'] }] } });
  });

  it('hands out its first subnetwork', () => {
    expect(vpc.handles?.('main', vpc.args.parse({ ranges: '10.0.0.0/24, 10.0.1.0/24' })).subnetwork).toEqual(new Expression('google_compute_subnetwork.main_10-0-0-0-24.id'));
  });
});
