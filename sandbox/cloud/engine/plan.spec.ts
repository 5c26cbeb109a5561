import { block, computed, listBlock, mapOf, oneBlock, optional, optionalComputed, required, setBlock, setOf } from './build';
import { fillResource } from './fill';
import { ObjectStore } from './object-store';
import { planResource } from './plan';
import { replacingPaths } from './replacement';
import type { ResourceKind } from './schema';
import { textOf, UNKNOWN, type ObjectValue } from './value';

const kind: ResourceKind = {
  type: 'sim_machine',
  label: 'machine',
  version: 0,
  latency: { create: 0, update: 0, delete: 0 },
  id: ({ object }) => `machines/${textOf(object.name)}`,
  attributes: {
    id: computed('string'),
    name: required('string', { replaces: true }),
    place: optionalComputed('string', { planned: ({ settings }) => settings.place }),
    image: optional('string', { replaces: true, spelling: (text) => text.toLowerCase() }),
    protected: optional('bool', { default: false }),
    tags: optional(setOf('string'), { replaces: true }),
    labels: optional(mapOf('string')),
    mark: computed('string', { renewed: true, made: () => `mark-${++marks}` }),
    secret: optional('string', { writeOnly: true }),
  },
  blocks: {
    disk: listBlock(block({ size: optionalComputed('number', { made: () => 10 }), type: optional('string', { replaces: true }) })),
    rule: setBlock(block({ port: required('number') }), { replaces: true }),
    schedule: oneBlock(block({ restart: optional('bool'), policy: computed('string', { made: () => 'MIGRATE' }) }), { made: () => [{ restart: true }] }),
  },
};
const world = { settings: { place: 'north' }, cloud: new ObjectStore('/nowhere') };
const silent: ObjectValue = {
  id: null, place: null, image: null, protected: null, tags: null, labels: null, mark: null, secret: null, disk: [], rule: [], schedule: [],
};
let marks = 0;

function create(config: ObjectValue): ObjectValue {
  const configured = { ...silent, ...config };
  const planned = planResource(kind, { prior: null, proposed: configured, config: configured }, world);
  return fillResource(kind, { ...world, object: planned, prior: null });
}

/** The plan of a change, as Terraform asks for it: what the configuration leaves open is proposed as it was. */
function change(prior: ObjectValue, config: ObjectValue): { planned: ObjectValue; replacing: unknown[] } {
  const configured = { ...silent, ...config };
  const kept = Object.fromEntries(Object.entries(kind.attributes).flatMap(([name, { computed: isComputed }]) => (isComputed ? [[name, configured[name] ?? prior[name] ?? null]] : [])));
  const planned = planResource(kind, { prior, proposed: { ...configured, ...kept }, config: configured }, world);
  return { planned, replacing: replacingPaths(kind, prior, planned) };
}

describe('planning a resource', () => {
  it('fills in defaults, marks what only the cloud knows, and never keeps what is write-only', () => {
    const config = { ...silent, name: 'web', secret: 'hush', disk: [{ size: null, type: null }] };
    expect(planResource(kind, { prior: null, proposed: config, config }, world)).toEqual({
      ...silent, id: UNKNOWN, name: 'web', place: 'north', protected: false, mark: UNKNOWN, disk: [{ size: UNKNOWN, type: null }], schedule: UNKNOWN,
    });
  });

  it('is made by the cloud without anything unknown left', () => {
    expect(create({ name: 'web', image: 'Debian', disk: [{ size: null, type: null }] })).toMatchObject({
      id: 'machines/web', image: 'debian', mark: expect.stringMatching(/^mark-/) as string, disk: [{ size: 10 }], schedule: [{ restart: true, policy: 'MIGRATE' }],
    });
  });

  it('sees no change in another spelling, another order of a set, or silence', () => {
    const prior = create({ name: 'web', image: 'debian', tags: ['a', 'b'] });
    const { planned, replacing } = change(prior, { name: 'web', image: 'Debian', tags: ['b', 'a'] });
    expect(planned).toBe(prior);
    expect(replacing).toEqual([]);
  });

  it('changes in place, keeps the id, and lets the cloud renew its marks', () => {
    const prior = create({ name: 'web' });
    const { planned, replacing } = change(prior, { name: 'web', labels: { team: 'a' } });
    expect([planned.id, planned.mark, replacing]).toEqual([prior.id, prior.mark, []]);
    const filled = fillResource(kind, { ...world, object: planned, prior });
    expect(filled.id).toBe(prior.id);
    expect(filled.mark).not.toBe(prior.mark);
  });

  it('names every place that forces a new object', () => {
    const prior = create({ name: 'web', disk: [{ size: 10, type: 'ssd' }], rule: [{ port: 80 }] });
    const { replacing } = change(prior, { name: 'db', disk: [{ size: 20, type: 'hdd' }], rule: [{ port: 81 }] });
    expect(replacing).toEqual([['name'], ['disk', 0, 'type'], ['rule']]);
  });

  it('forces a new object where the new value is not known yet', () => {
    const prior = create({ name: 'web', image: 'debian' });
    expect(change(prior, { name: 'web', image: UNKNOWN }).replacing).toEqual([['image']]);
  });
});
