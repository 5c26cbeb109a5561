import { portsIn, sensitivePorts, whyNotPorts } from './port-list';
import { whyNotSources, whyTooOpen } from './source-ranges';

describe('a list of ports', () => {
  it('is TCP where it does not say otherwise, and may hold ranges', () => {
    expect(portsIn('443, 8000-8010, udp:53')).toEqual([{ protocol: 'tcp', from: 443, to: 443 }, { protocol: 'tcp', from: 8000, to: 8010 }, { protocol: 'udp', from: 53, to: 53 }]);
  });

  it.each(['', '0', '65536', '80,', 'icmp:1', '90-80', '80,80', '80;22', Array.from({ length: 21 }, (_, at) => at + 1).join(',')])('refuses %j', (text) => {
    expect(whyNotPorts(text)).toBeDefined();
  });

  it('knows the ports that only administrators and databases use, inside ranges too', () => {
    expect(sensitivePorts(portsIn('1-100, 5432'))).toEqual(['22 (SSH)', '23 (Telnet)', '5432 (PostgreSQL)']);
    expect(sensitivePorts(portsIn('80, 443'))).toEqual([]);
  });
});

describe('where traffic may come from', () => {
  it.each(['', '10.0.0.0', '10.0.0.1/8', '10.0.0.0/33', 'everywhere', '0.0.0.0/0,0.0.0.0/0', '::/0', '10.0.0.0/8/8'])('refuses %j', (text) => {
    expect(whyNotSources(text)).toBeDefined();
  });

  it('is not everywhere for SSH and databases, nor half of everywhere', () => {
    expect(whyTooOpen('22', '0.0.0.0/0')).toContain('“0.0.0.0/0” would open 22 (SSH) to the internet');
    expect(whyTooOpen('3000-4000', '0.0.0.0/1, 128.0.0.0/1')).toContain('3306 (MySQL)');
    expect(whyTooOpen('80, 443', '0.0.0.0/0')).toBeUndefined();
    expect(whyTooOpen('22', '203.0.113.7/32, 10.0.0.0/8')).toBeUndefined();
  });
});
