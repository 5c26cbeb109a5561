/** What a list of ports may hold at most. */
const MAX_ENTRIES = 20;

/** Ports that nobody but administrators and programs of the same owner should reach. */
const SENSITIVE: Readonly<Record<number, string>> = {
  22: 'SSH', 23: 'Telnet', 445: 'SMB', 1433: 'SQL Server', 1521: 'Oracle', 2375: 'Docker', 2379: 'etcd', 3306: 'MySQL', 3389: 'Remote Desktop',
  5432: 'PostgreSQL', 5900: 'VNC', 5984: 'CouchDB', 6379: 'Redis', 6443: 'Kubernetes', 9200: 'Elasticsearch', 11211: 'Memcached', 27017: 'MongoDB',
};

/** Ports of one protocol, both ends included. */
export interface PortRange {
  readonly protocol: 'tcp' | 'udp';
  readonly from: number;
  readonly to: number;
}

/** The ports in a list such as `443, 8000-8010, udp:53`; TCP where no protocol is said. */
export function portsIn(text: string): readonly PortRange[] {
  return text.split(',').map((entry) => {
    const [, protocol = 'tcp', from = '', to = from] = /^(?:(tcp|udp):)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(entry.trim()) ?? [];
    return { protocol: protocol === 'udp' ? 'udp' : 'tcp', from: from === '' ? Number.NaN : Number(from), to: to === '' ? Number.NaN : Number(to) };
  });
}

/** Why a list of ports is refused, as a phrase that follows it. */
export function whyNotPorts(text: string): string | undefined {
  const ports = portsIn(text);
  if (ports.length > MAX_ENTRIES) return `has more than ${MAX_ENTRIES} entries`;
  if (ports.some(({ from, to }) => Number.isNaN(from) || from < 1 || to > 65_535)) return 'is not a list of ports from 1 to 65535';
  if (ports.some(({ from, to }) => from > to)) return 'has a range that ends before it begins';
  return new Set(ports.map(({ protocol, from, to }) => `${protocol} ${from} ${to}`)).size < ports.length ? 'has a port twice' : undefined;
}

/** The names of the administration and database ports among these. */
export function sensitivePorts(ports: readonly PortRange[]): readonly string[] {
  return Object.entries(SENSITIVE).flatMap(([port, name]) => (ports.some(({ from, to }) => from <= Number(port) && Number(port) <= to) ? [`${port} (${name})`] : []));
}
