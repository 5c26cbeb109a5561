import { databaseSizeOf, whyNotDatabaseSize } from './database-size';
import { dropletSizeOf, whyNotDropletSize } from './droplet-size';

describe('sizes on DigitalOcean', () => {
  it.each([['small', 's-1vcpu-2gb', 'db-s-1vcpu-2gb'], ['medium', 's-2vcpu-4gb', 'db-s-2vcpu-4gb'], ['large', 's-4vcpu-8gb', 'db-s-4vcpu-8gb']])('%s has the memory it has everywhere', (size, droplet, database) => {
    expect(dropletSizeOf(size)).toBe(droplet);
    expect(databaseSizeOf(size)).toBe(database);
  });

  it.each(['s-1vcpu-512mb-10gb', 's-2vcpu-4gb-amd', 'c-4', 'g-2vcpu-8gb', 'm-2vcpu-16gb'])('takes %s, and leaves it as it is', (size) => {
    expect(whyNotDropletSize(size)).toBeUndefined();
    expect(dropletSizeOf(size)).toBe(size);
  });

  it.each(['constructor', 'S-1vcpu-1gb', 's-1vcpu-1gb\n', 'db-s-1vcpu-1gb', '${x}'])('refuses %j for a Droplet', (size) => expect(whyNotDropletSize(size)).toBe('is no size we know'));
  it.each(['constructor', 's-1vcpu-1gb', 'db-s-1vcpu-1gb ', '${x}'])('refuses %j for a database', (size) => expect(whyNotDatabaseSize(size)).toBe('is no size we know'));
});
