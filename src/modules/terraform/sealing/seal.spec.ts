import { randomBytes } from 'node:crypto';
import { seal, unseal } from './seal';

describe('sealing', () => {
  const key = randomBytes(32);
  const clear = Buffer.from('{"serial": 4}');

  it('gives back what was sealed', () => {
    expect(unseal(key, seal(key, clear, 'state dep_1'), 'state dep_1')).toEqual(clear);
  });

  it('shows nothing of the content, and never the same bytes twice', () => {
    const sealed = seal(key, clear, 'state dep_1');
    expect(sealed.includes('serial')).toBe(false);
    expect(seal(key, clear, 'state dep_1').equals(sealed)).toBe(false);
  });

  it('opens for no other context and no other key', () => {
    const sealed = seal(key, clear, 'state dep_1');
    expect(unseal(key, sealed, 'state dep_2')).toBeUndefined();
    expect(unseal(randomBytes(32), sealed, 'state dep_1')).toBeUndefined();
  });

  it('refuses a change of any single byte', () => {
    const sealed = seal(key, clear, 'state dep_1');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(unseal(key, changed, 'state dep_1')).toBeUndefined();
    }
  });

  it('refuses what is cut short', () => {
    const sealed = seal(key, clear, 'state dep_1');
    for (const length of [0, 1, 28, sealed.length - 1]) expect(unseal(key, sealed.subarray(0, length), 'state dep_1')).toBeUndefined();
  });
});
