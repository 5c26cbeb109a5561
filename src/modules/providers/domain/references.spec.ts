import { z } from 'zod';
import { checkReferences } from './check-resources';
import { field } from './field';
import { defineResource } from './resource-definition';

const node = defineResource({
  kind: 'node', title: 'Node', description: 'Refers to another',
  args: z.strictObject({ next: field.reference('node', { label: 'Next', ask: true }), other: field.reference('node', { label: 'Other', ask: true }) }),
  render: () => ({ blocks: [], outputs: [] }), price: { a_node: () => ({ pricing: 'free' }) }, example: { name: 'a', values: {} },
});
const chain = (...names: readonly (readonly [name: string, next?: string, other?: string])[]) =>
  checkReferences(names.map(([name, next, other]) => [{ kind: 'node', name, args: { ...(next && { next }), ...(other && { other }) } }, node] as const));

describe('references among the resources of a session', () => {
  it('hold in a chain, and where two ways lead to one', () => {
    expect(chain(['a', 'b', 'c'], ['b', 'd'], ['c', 'd'], ['d'])).toMatchObject({ ok: true });
  });

  it('are refused in a circle, with the names of all on it and of nobody else', () => {
    expect(chain(['start', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'], ['aside'])).toMatchObject({
      ok: false,
      failure: { code: 'RESOURCE.CIRCULAR_REFERENCE', message: 'These refer to each other in a circle: node “a” → node “b” → node “c” → node “a”. Remove one of them, and add it again without the reference.' },
    });
    expect(chain(['a', 'b'], ['b', 'a'])).toMatchObject({ ok: false, failure: { message: expect.stringContaining('node “a” → node “b” → node “a”') as unknown } });
  });

  it('are refused to the resource itself and to nothing, by name', () => {
    expect(chain(['a', 'a'])).toMatchObject({ ok: false, failure: { code: 'RESOURCE.BROKEN_REFERENCE', field: 'next', message: expect.stringContaining('“a” refers to “a” as its next, but that is this resource itself') as unknown } });
    expect(chain(['a', 'moon'])).toMatchObject({ ok: false, failure: { message: expect.stringContaining('“moon”') as unknown } });
  });

  it('takes many resources without taking long', () => {
    const many = Array.from({ length: 300 }, (_, at) => [`n${at}`, at < 299 ? `n${at + 1}` : undefined, at < 298 ? `n${at + 2}` : undefined] as const);
    expect(chain(...many)).toMatchObject({ ok: true });
  });
});
