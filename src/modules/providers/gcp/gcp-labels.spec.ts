import { gcpLabels } from './gcp-labels';

describe('labels on Google Cloud', () => {
  it('says who and what every resource is for', () => {
    expect(gcpLabels({ project: 'Web Shop', environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner: 'Ann@Example', expiresAt: '2026-11-23T10:00:00.000Z' })).toEqual({
      project: 'web-shop', environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner: 'ann-example', 'managed-by': 'cloud-engine', 'expires-at': '2026-11-23t10-00-00-000z',
    });
  });

  it.each(['${x}', '\u202E\0', 'Ünïcode', 'x'.repeat(200), ''])('makes %j fit', (owner) => {
    expect(gcpLabels({ project: 'p', environment: 'e', session: 's', deployment: 'd', owner }).owner).toMatch(/^[a-z0-9_-]{0,63}$/);
  });
});
