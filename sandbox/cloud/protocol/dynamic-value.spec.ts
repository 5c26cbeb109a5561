import { UNKNOWN, type Value } from '../engine/value';
import { packValue, unpackValue } from './dynamic-value';

describe('values on the wire', () => {
  it('come back as they went, the unknown included', () => {
    const sent: Value = { name: 'web', count: 3, share: 0.5, on: true, none: null, tags: ['a', UNKNOWN], inner: { id: UNKNOWN } };
    expect(unpackValue(packValue(sent))).toEqual(sent);
  });

  it('write an unknown as Terraform does', () => {
    expect(Buffer.from(packValue(UNKNOWN).msgpack).toString('hex')).toBe('d40000');
  });

  it('read an unknown of which something is known as unknown', () => {
    // An extension of type 12 around {1: false}: "unknown, but not null".
    const refined = Buffer.from('c7030c8101c2', 'hex');
    expect(unpackValue({ msgpack: refined, json: new Uint8Array() })).toBe(UNKNOWN);
  });

  it('read JSON, and nothing at all as null', () => {
    expect(unpackValue({ msgpack: new Uint8Array(), json: Buffer.from('{"a":1}') })).toEqual({ a: 1 });
    expect(unpackValue(undefined)).toBeNull();
  });
});
