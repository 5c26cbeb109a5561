import { uniqueName } from '../domain/unique-name';
import { BUCKET_NAME_MAX, whyNotBucketName, whyReserved } from './bucket-name';
import { storageBucket } from './storage-bucket.resource';

const bodyOf = (values: object, deployment = 'dep_1') =>
  storageBucket.render({ name: 'assets', args: storageBucket.args.parse(values), region: 'europe-west1', environment: 'dev', zones: [], labels: { owner: 'me' }, deployment, referenced: () => undefined }).blocks[0]?.body;

describe('a storage bucket', () => {
  it('is closed to the public, keeps versions and deleted objects, and is not emptied by a destroy', () => {
    expect(bodyOf({})).toMatchObject({
      location: 'EUROPE-WEST1', storage_class: 'STANDARD', labels: { owner: 'me' }, uniform_bucket_level_access: true, public_access_prevention: 'enforced',
      force_destroy: false, versioning: [{ enabled: true }], soft_delete_policy: [{ retention_duration_seconds: 604_800 }],
    });
  });

  it('has a name of its own in each deployment, and the same one every time', () => {
    expect(bodyOf({})?.name).toMatch(/^assets-[0-9a-f]{8}$/);
    expect(bodyOf({})?.name).toBe(bodyOf({ versioning: false })?.name);
    expect(bodyOf({}, 'dep_2')?.name).not.toBe(bodyOf({})?.name);
    expect(uniqueName('a'.repeat(BUCKET_NAME_MAX), 'dep_1')).toHaveLength(63);
  });

  it('takes an exact name and a location where they are given', () => {
    expect(bodyOf({ exact_name: 'shop_files-1', location: 'eu' })).toMatchObject({ name: 'shop_files-1', location: 'EU' });
  });

  it.each(['ab', 'Assets', '-assets', 'shop.example', 'a'.repeat(64)])('refuses the exact name %j', (name) => {
    expect(whyNotBucketName(name)).toBe('is not a bucket name');
  });

  it.each(['goog-files', 'my-google-files', 'g00gle'])('refuses the name %j, which is Google\'s', (name) => {
    expect(whyReserved(name)).toContain('Google');
    expect(whyNotBucketName(name)).toContain('Google');
  });

  it.each(['mars', '__proto__'])('refuses the location %j', (location) => {
    expect(storageBucket.args.safeParse({ location }).success).toBe(false);
  });
});
