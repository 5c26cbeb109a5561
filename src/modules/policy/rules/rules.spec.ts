import type { GuildId, ProjectId, UserId } from '../../../shared';
import type { ResourceTraits } from '../../providers';
import type { PlanFacts, ResourceChange } from '../domain/plan-facts';
import { violationsOf, type RequestFacts } from '../domain/rule';
import { PLAN_RULES, REQUEST_RULES } from '.';

const project = (change: Partial<RequestFacts['project']> = {}): RequestFacts['project'] => ({ id: 'prj_1' as ProjectId, guildId: 'g' as GuildId, name: 'shop', environment: 'dev', providers: ['gcp'], regions: ['europe-west1'], credentialsProfile: 'default', createdBy: 'u' as UserId, createdAt: new Date(0), version: 1, ...change });
const facts = (change: Partial<RequestFacts> = {}): RequestFacts => ({ project: project(), provider: 'gcp', region: 'europe-west1', resources: [], labels: {}, overQuota: [], ...change });
const vm = (name: string, size = 'small') => ({ kind: 'compute_vm', name, args: { size } });
const broken = (change: Partial<RequestFacts>): string[] => violationsOf(REQUEST_RULES, facts(change)).map(({ rule }) => rule);

describe('the rules before a plan', () => {
  it('have nothing against what is allowed', () => expect(broken({ resources: [vm('a'), vm('b')], level: 'DEPLOY' })).toEqual([]));
  it('refuse whoever may only read', () => expect(broken({ level: 'READ' })).toEqual(['permission']));
  it('refuse what is over a quota', () => expect(broken({ overQuota: ['Quota exceeded for vpc', 'Quota exceeded for disk'] })).toEqual(['quota', 'quota']));
  it('refuse a provider that the project does not allow', () => expect(broken({ provider: 'aws' })).toEqual(['allowed-providers']));
  it('refuse a region that the project does not allow', () => expect(broken({ region: 'us-east1' })).toEqual(['allowed-regions']));
  it('allow every region where the project names none', () => expect(broken({ region: 'us-east1', project: project({ regions: [] }) })).toEqual([]));
  it('refuse a size that the project does not allow', () => expect(broken({ project: project({ rules: { sizes: ['small'] } }), resources: [vm('a'), vm('b', 'large'), { kind: 'vpc', name: 'n', args: {} }] })).toEqual(['allowed-sizes']));
  it('refuse a name that no cloud takes', () => expect(broken({ resources: [vm('Web'), vm('1st'), vm('x'.repeat(64))] })).toEqual(['resource-names', 'resource-names', 'resource-names']));
  it('refuse two resources of one name', () => expect(broken({ resources: [vm('a'), vm('a')] })).toEqual(['unique-names']));
  it('refuse what lacks a label that the project asks for', () => {
    const rules = { requiredLabels: ['team', 'cost-center'] };
    expect(broken({ project: project({ rules }), labels: { team: 'x' } })).toEqual(['required-labels']);
    expect(broken({ project: project({ rules }), labels: { team: 'x', 'cost-center': '4' } })).toEqual([]);
  });
  it('refuse more than a person can read', () => expect(broken({ resources: Array.from({ length: 51 }, (_, index) => vm(`vm-${index}`)) })).toEqual(['resource-count']));
  it('tell everything at once', () => expect(broken({ provider: 'aws', region: 'us-east1', level: 'READ', resources: [vm('a'), vm('a')] })).toEqual(['permission', 'allowed-providers', 'allowed-regions', 'unique-names']));
});

const plan = (environment: PlanFacts['project']['environment'], ...resources: (readonly [change: ResourceChange, after: ResourceTraits, before?: ResourceTraits])[]): PlanFacts => ({
  project: project({ environment }), differenceMonthlyUsd: 0, costIsComplete: true,
  resources: resources.map(([change, after, before = {}], index) => ({ address: `thing.r${index}`, change, after, before })),
});
const verdicts = (of: PlanFacts): string[] => violationsOf(PLAN_RULES, of).map(({ rule, severity }) => `${severity} ${rule}`);
const SSH: ResourceTraits = { exposedPorts: ['22 (SSH)'] };

describe('the rules after a plan', () => {
  it('have nothing against what is harmless', () => expect(verdicts(plan('production', ['create', { isStateful: true, isEncrypted: true, roles: [] }], ['none', SSH]))).toEqual([]));
  it('deny administration ports open to the world, in dev they ask', () => {
    expect(verdicts(plan('production', ['create', SSH], ['update', SSH]))).toEqual(['deny open-ports', 'deny open-ports']);
    expect(verdicts(plan('dev', ['create', SSH]))).toEqual(['needs-approval open-ports']);
  });
  it('deny a public database anywhere', () => expect(verdicts(plan('dev', ['create', { isPublic: 'database' }]))).toEqual(['deny public-database']));
  it('warn of a public bucket in dev, and ask elsewhere, when it becomes so', () => {
    expect(verdicts(plan('dev', ['create', { isPublic: 'bucket' }]))).toEqual(['warn public-bucket']);
    expect(verdicts(plan('staging', ['create', { isPublic: 'bucket' }]))).toEqual(['needs-approval public-bucket']);
    expect(verdicts(plan('staging', ['update', { isPublic: 'bucket' }, { isPublic: 'bucket' }]))).toEqual([]);
  });
  it('deny data in clear', () => expect(verdicts(plan('dev', ['update', { isEncrypted: false }]))).toEqual(['deny unencrypted-storage']));
  it('ask before data are lost, in dev they warn', () => {
    expect(verdicts(plan('production', ['delete', {}, { isStateful: true }], ['replace', { isStateful: true }, { isStateful: true }]))).toEqual(['needs-approval stateful-loss', 'needs-approval stateful-loss']);
    expect(verdicts(plan('dev', ['delete', {}, { isStateful: true }], ['update', { isStateful: true }, { isStateful: true }]))).toEqual(['warn stateful-loss']);
  });
  it('ask about broad roles, and warn of new ones', () => {
    const [reader, owner] = [{ name: 'roles/viewer', isBroad: false }, { name: 'roles/owner', isBroad: true }];
    expect(verdicts(plan('dev', ['create', { roles: [reader, owner] }]))).toEqual(['needs-approval broad-role', 'warn new-role']);
    expect(verdicts(plan('dev', ['update', { roles: [reader] }, { roles: [reader] }]))).toEqual([]);
  });
  it('ask where a month gets much dearer: by more than the project says, else by more than 1,000 USD', () => {
    const dearer = (differenceMonthlyUsd: number, costLimitUsd?: number): string[] => verdicts({ ...plan('dev'), differenceMonthlyUsd, project: project({ rules: costLimitUsd === undefined ? {} : { costLimitUsd } }) });
    expect(dearer(1_000)).toEqual([]);
    expect(dearer(1_000.01)).toEqual(['needs-approval cost-change']);
    expect(dearer(51, 50)).toEqual(['needs-approval cost-change']);
    expect(dearer(-5_000)).toEqual([]);
  });
});

describe('every rule', () => {
  const all = [...REQUEST_RULES, ...PLAN_RULES];
  it('has an id of its own', () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length));
  it('says how to comply, not only what is wrong', () => {
    const messages = [
      ...violationsOf(REQUEST_RULES, facts({ provider: 'aws', region: 'x', level: 'READ', resources: [vm('A', 'huge'), vm('A'), ...Array.from({ length: 51 }, (_, index) => vm(`v${index}`))], project: project({ rules: { sizes: ['small'], requiredLabels: ['team'] } }) })),
      ...violationsOf(PLAN_RULES, { ...plan('production', ['create', { ...SSH, isPublic: 'bucket', isEncrypted: false, roles: [{ name: 'r', isBroad: true }, { name: 's', isBroad: false }] }], ['create', { isPublic: 'database' }], ['delete', {}, { isStateful: true }]), differenceMonthlyUsd: 5_000 }),
    ].map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(14);
    // What is wrong in one sentence, what to do in the next.
    for (const message of messages) expect(message).toMatch(/[.,:;] .*(Ask|Start|Split|Remove|Name|Keep|Turn|Make|Grant|Check|Choose)/);
  });
});
