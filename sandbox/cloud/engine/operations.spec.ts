import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { google } from '../schemas/google';
import { openCloudFolder, type CloudFolder } from './cloud-folder';
import type { Fault } from './faults';
import { createObject, deleteObject, updateObject, type Outcome, type Surroundings } from './operations';
import { UNKNOWN, type ObjectValue } from './value';

const bucket = google.resources.find(({ type }) => type === 'google_storage_bucket');
const planned: ObjectValue = { id: UNKNOWN, name: 'demo-logs', location: 'EU', project: 'demo', updated: UNKNOWN };

describe('an action in the cloud', () => {
  let folder: string;
  let cloud: CloudFolder;
  let stop: AbortController;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operations-'));
    cloud = openCloudFolder(folder);
    stop = new AbortController();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  const around = (): Surroundings => ({ definition: google, folder: cloud, settings: {}, stop: stop.signal, delayMs: 4000 });
  function create(): Promise<Outcome> {
    if (!bucket) throw new Error('no buckets');
    return createObject(bucket, planned, around());
  }
  const inTheCloud = (): number => cloud.objects.list('google_storage_bucket').length;
  const set = (...faults: Fault[]): void => cloud.faults.set(faults);

  it('takes its time: the object is there after half of it, and the answer comes at the end', async () => {
    const answered = jest.fn();
    void create().then(answered);
    await jest.advanceTimersByTimeAsync(1999);
    expect(inTheCloud()).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect([inTheCloud(), answered.mock.calls.length]).toEqual([1, 0]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(answered).toHaveBeenCalledWith({ state: expect.objectContaining({ id: 'demo-logs' }) as ObjectValue });
  });

  it('does nothing when it is stopped early, and answers at once when it is stopped late', async () => {
    const early = create();
    await jest.advanceTimersByTimeAsync(1000);
    stop.abort();
    expect((await early).error?.summary).toBe('operation was canceled');
    expect(inTheCloud()).toBe(0);

    stop = new AbortController();
    const late = create();
    await jest.advanceTimersByTimeAsync(3000);
    stop.abort();
    expect(await late).toEqual({ state: expect.objectContaining({ id: 'demo-logs' }) as ObjectValue });
  });

  it('lets exactly one of several at once create the same object', async () => {
    const outcomes = [create(), create(), create()];
    await jest.runAllTimersAsync();
    const errors = (await Promise.all(outcomes)).map(({ error }) => error?.summary ?? 'made');
    expect(errors.filter((one) => one === 'made')).toHaveLength(1);
    expect(errors.filter((one) => one.includes('Error 409'))).toHaveLength(2);
    expect(cloud.journal.entries().map(({ action }) => action)).toEqual(['create']);
  });

  it('takes as long as a fault says, and then fails or not', async () => {
    set({ action: 'create', delayMs: 60_000, error: 'too late', times: 1 });
    const failing = create();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await failing).toEqual({ state: null, error: expect.objectContaining({ summary: 'too late' }) as Error });
  });

  it('cannot change what is gone, and is content where what it deletes is gone already', async () => {
    const made = create();
    await jest.runAllTimersAsync();
    const { state } = await made;
    if (!bucket || !state) throw new Error('nothing made');
    cloud.objects.remove(bucket.type, 'demo-logs');
    const update = updateObject(bucket, state, { ...state, labels: { a: 'b' } }, around());
    const removal = deleteObject(bucket, state, around());
    await jest.runAllTimersAsync();
    expect((await update).error?.summary).toContain('Error 404');
    expect(await removal).toEqual({ state: null });
  });
});
