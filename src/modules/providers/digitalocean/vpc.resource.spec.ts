import { vpc } from './vpc.resource';

const accepts = (range: string): boolean => vpc.args.safeParse({ range }).success;

describe('a network on DigitalOcean', () => {
  it.each(['10.10.0.0/16', '192.168.4.0/28', '172.16.0.0/20', '10.246.1.0/24'])('may have %s', (range) => expect(accepts(range)).toBe(true));
  it.each(['10.0.0.0/15', '10.10.0.0/29', '10.10.0.1/16', '8.8.8.0/24', '10.10.0.0/17, 10.10.128.0/17'])('may not have %s', (range) => expect(accepts(range)).toBe(false));
  it.each(['10.229.0.0/16', '10.244.16.0/20', '10.245.0.0/16', '10.246.0.0/16'])('may not have %s, which overlaps what the cloud keeps', (range) => {
    expect(vpc.args.safeParse({ range }).error?.issues[0]?.message).toMatch(/^overlaps 10\.[\d./]+, which DigitalOcean keeps for itself$/);
  });

  it('has a name that no other deployment\'s has, as accounts share theirs', () => {
    const nameIn = (deployment: string) => vpc.render({ name: 'main', args: vpc.args.parse({}), region: 'nyc3', environment: 'dev', zones: [], labels: {}, deployment, referenced: () => undefined }).blocks[0]?.body['name'];
    expect(nameIn('dep_1')).toBe(nameIn('dep_1'));
    expect(nameIn('dep_1')).not.toBe(nameIn('dep_2'));
  });
});
