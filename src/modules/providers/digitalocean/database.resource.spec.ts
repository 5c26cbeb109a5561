import { expression } from '../domain/terraform-json';
import { cache } from './cache.resource';
import { database } from './database.resource';
import { loadBalancer } from './load-balancer.resource';

const network = { id: expression('digitalocean_vpc.main.id'), tag: expression('digitalocean_tag.main_members.name') };
const place = { name: 'main', region: 'nyc3', environment: 'dev', zones: [], labels: { owner: 'me' }, deployment: 'dep_1', referenced: (argument: string) => (argument === 'network' ? network : undefined) };
const sourcesOf = (blocks: readonly { readonly type: string; readonly body: object }[]) => blocks.find(({ type }) => type === 'digitalocean_database_firewall')?.body;

describe('managed data on DigitalOcean', () => {
  const made = database.render({ ...place, args: database.args.parse({ network: 'main' }) });
  const cached = cache.render({ ...place, args: cache.args.parse({ network: 'main' }) });

  it('lets in the machines of its network and nobody else', () => {
    for (const { blocks } of [made, cached]) {
      expect(blocks[0]?.body).toMatchObject({ private_network_uuid: network.id, tags: ['owner:me'] });
      expect(sourcesOf(blocks)).toMatchObject({ rule: [{ type: 'tag', value: network.tag }] });
    }
  });

  it('keeps what tells a password out of sight', () => {
    for (const { name, sensitive } of [...made.outputs, ...cached.outputs]) expect([name, sensitive]).toEqual([name, /password|uri/.test(name) || undefined]);
  });

  it('may be called as a cache is', () => {
    const addresses = [...made.blocks, ...cached.blocks].map(({ type, part }) => `${type} ${part ?? ''}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(made.blocks[0]?.body['name']).not.toBe(cached.blocks[0]?.body['name']);
  });

  it.each([['postgres', '18', true], ['postgres', '8', false], ['mysql', '8', true], ['mysql', '16', false], ['postgres', '99', false]])('%s %s is to be had: %s', (engine, version, isToBeHad) => {
    expect(database.args.safeParse({ network: 'main', engine, version }).success).toBe(isToBeHad);
  });
});

describe('a load balancer with a domain', () => {
  const render = (domain?: string) => loadBalancer.render({ ...place, args: loadBalancer.args.parse({ network: 'main', domain }) }).blocks;

  it('sends HTTP on to HTTPS, and without one has HTTP only', () => {
    expect(render('www.example.com')[1]?.body).toMatchObject({ redirect_http_to_https: true, forwarding_rule: [{ entry_port: 80 }, { entry_port: 443, certificate_name: expression('digitalocean_certificate.main_tls.name') }] });
    expect(render().map(({ body }) => body)).toMatchObject([{ redirect_http_to_https: false, forwarding_rule: [{ entry_port: 80 }] }]);
  });

  it('gets the certificate of another domain before it lets go of the first', () => {
    const [first, second] = ['www.example.com', 'example.org'].map((domain) => render(domain)[0]?.body);
    expect(first).toMatchObject({ lifecycle: [{ create_before_destroy: true }] });
    expect(first?.['name']).not.toBe(second?.['name']);
  });
});
