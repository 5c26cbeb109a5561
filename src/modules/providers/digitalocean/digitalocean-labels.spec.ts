import { digitaloceanLabels, tagsOf } from './digitalocean-labels';

const labels = { project: 'Web Shop', environment: 'dev', session: 'ses_1', deployment: 'dep_1', owner: 'Ann@Example' };

describe('tags on DigitalOcean', () => {
  it('say who and what every resource is for', () => {
    expect(tagsOf(digitaloceanLabels({ ...labels, expiresAt: '2026-11-23T10:00:00.000Z' }))).toEqual([
      'project:web-shop', 'environment:dev', 'session:ses_1', 'deployment:dep_1', 'owner:ann-example', 'managed-by:cloud-engine', 'expires-at:2026-11-23t10-00-00-000z',
    ]);
  });

  it.each(['${x}', '\u202E\0', 'Ünïcode', 'a:b', 'x'.repeat(300), ''])('fit whatever %j holds', (owner) => {
    for (const tag of tagsOf(digitaloceanLabels({ ...labels, owner }))) expect(tag).toMatch(/^[a-z0-9:_-]{1,255}$/);
  });
});
