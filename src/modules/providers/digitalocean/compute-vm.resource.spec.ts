import { expression } from '../domain/terraform-json';
import { computeVm } from './compute-vm.resource';

const KEY = `ssh-ed25519 ${'A'.repeat(68)} me@example`;
const FINGERPRINT = '3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa';
const range = expression('digitalocean_vpc.main.ip_range');
const network = { id: expression('digitalocean_vpc.main.id'), tag: expression('digitalocean_tag.main_members.name'), range };

function blocksOf(values: object, handles?: Readonly<Record<string, ReturnType<typeof expression>>>) {
  return computeVm.render({ name: 'web', args: computeVm.args.parse(values), region: 'fra1', environment: 'dev', zones: [], labels: { owner: 'me' }, deployment: 'dep_1', referenced: (argument) => (argument === 'network' ? handles : undefined) }).blocks;
}
const rulesOf = (...args: Parameters<typeof blocksOf>) => blocksOf(...args).find(({ part }) => part === 'guard')?.body['inbound_rule'];
const everybody = { source_addresses: ['0.0.0.0/0', '::/0'] };

describe('a Droplet', () => {
  it('stands in its network, with its tags and the network\'s', () => {
    expect(blocksOf({ network: 'main' }, network)[0]?.body).toMatchObject({ region: 'fra1', size: 's-1vcpu-2gb', image: 'debian-12-x64', vpc_uuid: network.id, tags: ['owner:me', network.tag] });
  });

  it('lets in its network and nobody else, and nobody at all without one', () => {
    expect(rulesOf({ network: 'main' }, network)).toEqual(['tcp', 'udp', 'icmp'].map((protocol) => expect.objectContaining({ protocol, source_addresses: [range] }) as unknown));
    expect(rulesOf({})).toEqual([]);
  });

  it('lets in the web where it is public, and SSH from named sources only', () => {
    expect(rulesOf({ public_address: true })).toMatchObject([{ port_range: '80', ...everybody }, { port_range: '443', ...everybody }]);
    expect(rulesOf({ ssh_from: '203.0.113.7/32' })).toMatchObject([{ port_range: '22', source_addresses: ['203.0.113.7/32'] }]);
    expect(computeVm.args.safeParse({ ssh_from: '0.0.0.0/0' }).success).toBe(false);
  });

  it('brings a new public key, and only names one that the account has', () => {
    const made = blocksOf({ ssh_key: KEY });
    expect(made[0]?.body['ssh_keys']).toEqual([expression('digitalocean_ssh_key.web_key.id')]);
    expect(made.find(({ part }) => part === 'key')?.body).toMatchObject({ public_key: KEY });
    const named = blocksOf({ ssh_key: FINGERPRINT });
    expect(named[0]?.body['ssh_keys']).toEqual([FINGERPRINT]);
    expect(named.map(({ type }) => type)).toEqual(['digitalocean_droplet', 'digitalocean_firewall']);
  });

  it.each(['-----BEGIN OPENSSH PRIVATE KEY-----', '3b:16', 'ssh-ed25519 short', '0'])('takes no key such as %j', (key) => expect(computeVm.args.safeParse({ ssh_key: key }).success).toBe(false));
});
