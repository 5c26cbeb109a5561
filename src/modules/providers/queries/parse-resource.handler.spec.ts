import { join } from 'node:path';
import type { ResourceRequest } from '../domain/resource-request';
import { loadPlugins } from '../plugin-loader';
import { ProviderRegistry } from '../provider-registry';
import { ParseResourceHandler } from './parse-resource.handler';
import { ParseResource, type ResourceAnswers } from './parse-resource.query';

const handler = new ParseResourceHandler(new ProviderRegistry(loadPlugins([join(__dirname, '..')])));
const main: ResourceRequest = { kind: 'vpc', name: 'main', args: { ranges: '10.0.0.0/20', ssh: 'none' } };
const web: ResourceRequest = { kind: 'compute_vm', name: 'web', args: {} };

function parse(values: Record<string, string>, more: Partial<ResourceAnswers> = {}) {
  return handler.execute(new ParseResource({ provider: 'gcp', kind: 'compute_vm', region: 'europe-west1', existing: [main], values, ...more }));
}

async function refusal(...args: Parameters<typeof parse>) {
  const result = await parse(...args);
  if (result.ok) throw new Error(`Accepted: ${JSON.stringify(result.value)}`);
  return result.failure;
}

describe('making a resource of answers', () => {
  it('gives plain data with every default filled in', async () => {
    const result = await parse({ name: ' db-1 ', size: 'n2-standard-4', image: 'Debian-13', network: 'main', public_address: 'YES', disk_gb: '50' });
    expect(result).toEqual({ ok: true, value: {
      kind: 'compute_vm', name: 'db-1',
      args: { size: 'n2-standard-4', image: 'debian-13', network: 'main', public_address: true, disk_gb: 50, disk_type: 'pd-balanced' },
    } });
    expect(result.ok && JSON.parse(JSON.stringify(result.value))).toEqual(result.ok && result.value);
  });

  it('takes blank answers as none', async () => {
    await expect(parse({ name: 'web', size: '  ', network: '' })).resolves.toMatchObject({ ok: true, value: { args: { size: 'small', public_address: false } } });
  });

  it('tells every wrong field with its value and what is accepted, and names the first', async () => {
    const failure = await refusal({ name: 'Web_1', size: 'gigantic', disk_gb: '5', public_address: 'maybe', colour: 'blue' });
    expect(failure).toMatchObject({ code: 'RESOURCE.INVALID_ARGUMENT', field: 'name' });
    const lines = failure.message.split('\n');
    expect(lines).toHaveLength(5);
    expect(failure.message).toContain('Name: “Web_1” is not a name. Accepted: lower-case letters');
    expect(failure.message).toContain('Size: “gigantic” is no size we know. Accepted: small, medium, large');
    expect(failure.message).toContain('Boot disk in GB: “5” is not accepted. Accepted: a whole number from 20 to 2048 (GB).');
    expect(failure.message).toContain('Public address: “maybe” is not accepted. Accepted: yes or no.');
    expect(failure.message).toContain('“colour” is no argument of compute_vm');
  });

  it.each(['', '1a', 'a-', '-a', 'ä', 'a b', 'a.b', 'a'.repeat(64)])('refuses the name %j', async (name) => {
    await expect(refusal({ name })).resolves.toMatchObject({ code: 'RESOURCE.INVALID_ARGUMENT', field: 'name' });
  });

  it('takes what the form does not ask from its advanced field', async () => {
    await expect(parse({ name: 'web', advanced: '{"disk_gb": 50, "image": "ubuntu-24.04", "zone": "europe-west1-c"}' })).resolves.toMatchObject({
      ok: true, value: { args: { disk_gb: 50, image: 'ubuntu-24.04', zone: 'europe-west1-c' } },
    });
  });

  it.each([
    ['{"disk_gb": 50', 'is not a JSON object'],
    ['[1]', 'is not a JSON object'],
    ['{"disk_gb": {"a": 1}}', 'is not a JSON object'],
    ['{"colour": "blue"}', '“colour” is none of its arguments'],
    ['{"size": "large"}', '“size” is none of its arguments'],
    ['{"__proto__": "x"}', '“__proto__” is none of its arguments'],
    ['{"disk_gb": 5}', 'Boot disk in GB: “5” is not accepted'],
    ['{"disk_gb": true}', 'Boot disk in GB: “true” is not accepted'],
    ['{"zone": "us-central1-a"}', 'is not a zone of the region'],
  ])('refuses %s in the advanced field, saying what is accepted', async (advanced, reason) => {
    const { code, message } = await refusal({ name: 'web', advanced });
    expect(code).toBe('RESOURCE.INVALID_ARGUMENT');
    expect(message).toContain(reason);
    expect(message).toContain('Accepted: ');
  });

  it('refuses a name that is taken by the same kind, and by that kind only', async () => {
    await expect(refusal({ name: 'web' }, { existing: [web] })).resolves.toMatchObject({ code: 'RESOURCE.DUPLICATE_NAME', field: 'name' });
    await expect(parse({ name: 'main' })).resolves.toMatchObject({ ok: true });
  });

  it('refuses a reference to nothing, naming what there is', async () => {
    const failure = await refusal({ name: 'web', network: 'mian' });
    expect(failure).toMatchObject({ code: 'RESOURCE.INVALID_ARGUMENT', field: 'network' });
    expect(failure.message).toBe('Network: “mian” is no vpc of this session; there is: main.');
    expect((await refusal({ name: 'web', network: 'main' }, { existing: [] })).message).toContain('add a vpc first, or leave it empty');
  });

  it('refuses a reference to the wrong kind', async () => {
    expect((await refusal({ name: 'db', network: 'web' }, { existing: [main, web] })).message).toBe('Network: “web” is a compute_vm, not a vpc; there is: main.');
  });

  it('holds a zone against the region', async () => {
    await expect(parse({ name: 'web', zone: 'europe-west1-c' })).resolves.toMatchObject({ ok: true, value: { args: { zone: 'europe-west1-c' } } });
    expect((await refusal({ name: 'web', zone: 'us-central1-a' })).message).toContain('Accepted: europe-west1-b, europe-west1-c, europe-west1-d.');
  });

  it.each([
    ['a\0b', 'has the control character U+0000', 'a[U+0000]b'],
    ['a\nb', 'has a line break', 'a[U+000A]b'],
    ['a\u202Eb', 'has the invisible direction mark U+202E', 'a[U+202E]b'],
    ['a\x1b[31mb', 'has the control character U+001B', 'a[U+001B][31mb'],
    ['a\uD800b', 'has half a character', 'a[U+D800]b'],
    ['a'.repeat(5000), 'is longer than 40 characters', `${'a'.repeat(39)}…`],
  ])('refuses the hostile text %j, showing it harmlessly', async (size, reason, shown) => {
    const { message } = await refusal({ name: 'web', size });
    expect(message).toContain(`“${shown}” ${reason}`);
    expect(message).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u);
  });

  it('is not fooled by the names of what every object has', async () => {
    const failure = await refusal(JSON.parse('{"name":"web","__proto__":"x","constructor":"y","toString":"z"}') as Record<string, string>);
    expect(failure.message.split('\n')).toHaveLength(3);
  });

  it('refuses unknown providers, kinds and regions, naming those there are', async () => {
    await expect(refusal({}, { provider: 'gpc' })).resolves.toMatchObject({ code: 'PROVIDER.UNKNOWN', message: expect.stringContaining('gcp') as unknown });
    await expect(refusal({}, { kind: 'vm' })).resolves.toMatchObject({ code: 'RESOURCE.UNKNOWN_KIND', message: expect.stringContaining('compute_vm, ') as unknown });
    await expect(refusal({ name: 'web' }, { region: 'mars-1' })).resolves.toMatchObject({ code: 'PROVIDER.UNKNOWN_REGION', message: expect.stringContaining('europe-west1') as unknown });
  });
});
