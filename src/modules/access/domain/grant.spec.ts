import type { ProjectId, Result, UserId } from '../../../shared';
import { makeGrant, type Grant } from './grant';

const grant = (change: { duration?: string; level?: string; reason?: string }): Result<Grant> =>
  makeGrant({ projectId: 'p' as ProjectId, holder: { kind: 'user', id: 'u' }, level: 'READ', reason: 'r', grantedBy: 'a' as UserId, now: new Date(0), ...change });
const secondsOf = (result: Result<Grant>): number | undefined => (result.ok ? result.value.endsAt.getTime() / 1_000 : undefined);

describe('granting access', () => {
  it.each([['90m', 5_400], ['2h', 7_200], ['3d', 259_200], ['30d', 2_592_000]])('understands the duration %s', (duration, seconds) => expect(secondsOf(grant({ duration }))).toBe(seconds));

  it('lasts 8 hours unless said otherwise', () => expect(secondsOf(grant({}))).toBe(28_800));

  it.each(['0h', '-1h', '2w', 'soon', '31d', '721h', ''])('refuses the duration "%s"', (duration) => expect(grant({ duration })).toMatchObject({ failure: { code: 'GRANT.DURATION' } }));

  it('asks for a reason and a level that exists', () => {
    expect(grant({ reason: '  ' })).toMatchObject({ failure: { code: 'GRANT.REASON' } });
    expect(grant({ level: 'OWNER' })).toMatchObject({ failure: { code: 'GRANT.LEVEL' } });
  });
});
