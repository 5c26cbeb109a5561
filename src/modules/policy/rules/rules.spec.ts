import type { GuildId, ProjectId, UserId } from '../../../shared';
import type { RequestFacts } from '../domain/rule';
import { REQUEST_RULES } from '.';

const facts = (change: Partial<RequestFacts> = {}): RequestFacts => ({
  project: { id: 'prj_1' as ProjectId, guildId: 'g' as GuildId, name: 'shop', environment: 'dev', providers: ['gcp'], regions: ['europe-west1'], credentialsProfile: 'default', createdBy: 'u' as UserId, createdAt: new Date(0) },
  provider: 'gcp', region: 'europe-west1', resources: [], labels: {}, overQuota: [], ...change,
});
const vm = (name: string) => ({ kind: 'compute_vm', name, args: {} });
const broken = (change: Partial<RequestFacts>): string[] => REQUEST_RULES.filter((rule) => rule.check(facts(change)).length > 0).map(({ id }) => id);

describe('the rules before a plan', () => {
  it('have nothing against what is allowed', () => expect(broken({ resources: [vm('a'), vm('b')] })).toEqual([]));
  it('refuse a provider that the project does not allow', () => expect(broken({ provider: 'aws' })).toEqual(['allowed-providers']));
  it('refuse a region that the project does not allow', () => expect(broken({ region: 'us-east1' })).toEqual(['allowed-regions']));
  it('allow every region where the project names none', () => expect(broken({ region: 'us-east1', project: { ...facts().project, regions: [] } })).toEqual([]));
  it('refuse two resources of one name', () => expect(broken({ resources: [vm('a'), vm('a')] })).toEqual(['unique-names']));
  it('refuse more than a person can read', () => expect(broken({ resources: Array.from({ length: 51 }, (_, index) => vm(`vm-${index}`)) })).toEqual(['resource-count']));
  it('have ids of their own', () => expect(new Set(REQUEST_RULES.map(({ id }) => id)).size).toBe(REQUEST_RULES.length));
});
