import { z } from 'zod';
import { field } from './field';
import { whyNotPorts } from './port-list';
import { whyNotSources, whyTooOpen } from './source-ranges';

/** What a firewall asks on every cloud: SSH and databases are not open to the internet unless that is said in so many words. */
export const firewallArguments = z.strictObject({
  network: field.requiredReference('vpc', { label: 'Network', help: 'The machines in this network', placeholder: 'main', ask: true }),
  ports: field.text({ label: 'Ports', help: 'Open ports, separated by commas; TCP unless it says udp:', placeholder: '80, 443, udp:53', ask: true, default: '80, 443', maxLength: 200, check: whyNotPorts, accepts: 'ports such as 443, 8000-8010, udp:53' }),
  sources: field.text({ label: 'Sources', help: 'Address ranges that may connect; 0.0.0.0/0 is everybody', placeholder: '203.0.113.0/24', ask: true, default: '10.0.0.0/8', maxLength: 400, check: whyNotSources, accepts: 'IPv4 ranges such as 203.0.113.0/24, separated by commas' }),
  open_to_internet: field.flag({ label: 'Open SSH or databases to the internet', default: false }),
}).superRefine(({ ports, sources, open_to_internet: confirmed }, context) => {
  const reason = confirmed ? undefined : whyTooOpen(ports, sources);
  if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
});
