import { readState } from './state-file';

const state = (fields: object): string => JSON.stringify({ version: 4, serial: 3, lineage: 'l', ...fields });

describe('reading a state', () => {
  it('counts instances of managed resources, and gives open outputs', () => {
    const text = state({
      outputs: { url: { value: 'https://x', type: 'string' }, key: { value: 'secret-key', sensitive: true } },
      resources: [{ mode: 'managed', type: 'net', name: 'a', instances: [{ index_key: 0 }, { index_key: 'x' }] }, { mode: 'managed', module: 'module.m', type: 'net', name: 'b', instances: [{}] }, { mode: 'data', instances: [{}] }],
    });
    expect(readState(text)).toEqual({ serial: 3, lineage: 'l', outputs: { url: 'https://x' }, resourceCount: 3, addresses: ['net.a[0]', 'net.a["x"]', 'module.m.net.b'], sensitiveValues: ['secret-key'] });
  });

  it('finds what is marked sensitive inside of resources', () => {
    const attributes = { password: 'pw-one', list: [{ key: 'pw-two' }], open: 'x' };
    const paths = [[{ type: 'get_attr', value: 'password' }], [{ type: 'get_attr', value: 'list' }, { type: 'index', value: { value: 0, type: 'number' } }, { type: 'get_attr', value: 'key' }], [{ type: 'get_attr', value: 'gone' }]];
    expect(readState(state({ resources: [{ mode: 'managed', instances: [{ attributes, sensitive_attributes: paths }] }] }))?.sensitiveValues).toEqual(['pw-one', 'pw-two']);
  });

  it.each(['', '{', state({}).slice(0, -1), '[]', '{}', state({ version: 3 }), state({ serial: -1 })])('takes no part for a whole: %j', (text) => {
    expect(readState(text)).toBeUndefined();
  });
});
