import type { JsonValue } from '../domain/json';
import { masked, sensitiveStrings } from './sensitive-values';

describe('masks of sensitive values', () => {
  const value = { name: 'main', password: 'pw', nested: [{ key: 'k1', open: 'o1' }, { key: 'k2', open: 'o2' }], all: { a: 'x', b: 7 } };
  const mask: JsonValue = { password: true, nested: [{ key: true }, {}], all: true };

  it('hide exactly what they mark', () => {
    expect(masked(value, mask)).toEqual({ name: 'main', password: '(redacted)', nested: [{ key: '(redacted)', open: 'o1' }, { key: 'k2', open: 'o2' }], all: '(redacted)' });
    expect(masked(value, false)).toEqual(value);
    expect(masked(value, true)).toBe('(redacted)');
  });

  it('give what they mark', () => {
    expect(sensitiveStrings(value, mask)).toEqual(['pw', 'k1', 'x', '7']);
    expect(sensitiveStrings(null, mask)).toEqual([]);
    expect(sensitiveStrings('plain', { unlike: true })).toEqual([]);
  });
});
