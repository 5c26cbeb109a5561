import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Settings } from '../../src/config';
import { startEngine, type Engine } from '../../src/engine';
import { EstimateCost, RefreshPrices } from '../../src/modules/finops';
import { fails, PriceServer, says, type Answer } from '../../src/modules/providers/pricing/price-server.fake';
import { World } from '../support/test-engine';

const droplet = (size: string) => ({ provider: 'digitalocean', region: 'nyc3', changes: [{ address: 'digitalocean_droplet.web', type: 'digitalocean_droplet', actions: ['create' as const], before: null, after: { size, region: 'nyc3' } }] });

describe('the catalogue of list prices', () => {
  let world: World;
  let engine: Engine | undefined;
  let server: PriceServer | undefined;

  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(async () => {
    await engine?.stop();
    await server?.close();
    await world.close();
  });

  /** An engine whose DigitalOcean answers so, asked once. */
  async function refreshed(answer: Answer): Promise<{ outcome: Awaited<ReturnType<typeof refresh>>; price: (size: string) => Promise<{ usd: number | null; source: string | null; date: string | null }> }> {
    server = await PriceServer.start(answer);
    engine = await startEngine(Settings.from({ ...world.environment, PRICES_URL_DIGITALOCEAN: server.base, PRICES_KEY_DIGITALOCEAN: 'dop_test' }));
    return { outcome: await refresh(), price };
  }
  const refresh = () => engine!.app.get(CommandBus).execute(new RefreshPrices('digitalocean', 0));
  async function price(size: string): Promise<{ usd: number | null; source: string | null; date: string | null }> {
    const { lines } = await engine!.app.get(QueryBus).execute(new EstimateCost(droplet(size)));
    const line = lines.find(({ description }) => description.startsWith('Machine') || description.startsWith('Droplet'));
    return { usd: line?.monthlyUsd ?? null, source: line?.priceSource ?? null, date: line?.priceDate ?? null };
  }
  const sizes = (monthly: Record<string, number | null>) => says({ sizes: Object.entries(monthly).map(([slug, price_monthly]) => ({ slug, price_monthly })), links: {} });

  it('is filled from what the providers bring, and a second start changes nothing', async () => {
    engine = await startEngine(Settings.from(world.environment));
    expect(await price('s-1vcpu-2gb')).toEqual({ usd: 12, source: expect.stringContaining('gist') as string, date: '2022-07-01' });
    const rows = (): Promise<object[]> => engine!.app.get(DataSource).query<object[]>('SELECT provider, count(*)::integer AS prices, min(origin) AS origin FROM list_price GROUP BY provider ORDER BY provider');
    const first = await rows();
    expect(first).toHaveLength(4);
    await engine.stop();
    engine = await startEngine(Settings.from(world.environment));
    expect(await rows()).toEqual(first);
  });

  it('takes what the API says, new sizes too, with its date and source; a bundled price does not undo it', async () => {
    const { outcome } = await refreshed(sizes({ 's-1vcpu-2gb': 14, 's-16vcpu-64gb': 400 }));
    expect(outcome).toEqual({ taken: 2, heldBack: [] });
    const today = new Date().toISOString().slice(0, 10);
    expect(await price('s-1vcpu-2gb')).toEqual({ usd: 14, source: 'DigitalOcean API, /v2/sizes', date: today });
    expect(await price('s-16vcpu-64gb')).toMatchObject({ usd: 400 });
    await engine!.stop();
    engine = await startEngine(Settings.from(world.environment));
    expect(await price('s-1vcpu-2gb')).toMatchObject({ usd: 14 });
  });

  it('holds back what cannot be true, says why, and keeps the last good price', async () => {
    const { outcome } = await refreshed(sizes({ 's-1vcpu-1gb': -6, 's-1vcpu-2gb': 120_000, 's-2vcpu-2gb': 0.001, 's-2vcpu-4gb': 25 }));
    expect(outcome?.taken).toBe(1);
    expect(outcome?.heldBack).toEqual([
      'vm/s-1vcpu-1gb in global: it is negative (-6)',
      'vm/s-1vcpu-2gb in global: nothing costs 120000 USD',
      'vm/s-2vcpu-2gb in global: it was 18 and is said to be 0.001',
    ]);
    expect(await Promise.all(['s-1vcpu-1gb', 's-1vcpu-2gb', 's-2vcpu-2gb', 's-2vcpu-4gb'].map(async (size) => (await price(size)).usd))).toEqual([6, 12, 18, 25]);
  });

  it('keeps everything where the API fails, and notes why', async () => {
    const { outcome } = await refreshed(fails(403));
    expect(outcome).toMatchObject({ taken: 0, problem: expect.stringContaining('it answers 403: check the key') as string });
    expect(await price('s-1vcpu-2gb')).toMatchObject({ usd: 12 });
    expect(await engine!.app.get(DataSource).query<object[]>(`SELECT problem, succeeded_at FROM price_refresh WHERE provider = 'digitalocean'`)).toEqual([{ problem: outcome?.problem, succeeded_at: null }]);
  });

  it('asks again some hours after a failure, and not a week later', async () => {
    server = await PriceServer.start(fails(403), sizes({ 's-1vcpu-2gb': 13 }));
    engine = await startEngine(Settings.from({ ...world.environment, PRICES_URL_DIGITALOCEAN: server.base, PRICES_KEY_DIGITALOCEAN: 'dop_test' }));
    const weekly = () => engine!.app.get(CommandBus).execute(new RefreshPrices('digitalocean', 168));
    const later = (hours: number): Promise<unknown> => engine!.app.get(DataSource).query('UPDATE price_refresh SET tried_at = tried_at - $1 * interval \'1 hour\'', [hours]);
    expect(await weekly()).toMatchObject({ taken: 0 });
    expect(await weekly()).toBeUndefined();
    await later(7);
    expect(await weekly()).toMatchObject({ taken: 1 });
    await later(7);
    expect(await weekly()).toBeUndefined();
    await later(168);
    expect(await weekly()).toMatchObject({ taken: 1 });
  });

  it('asks once, however many processes look', async () => {
    await refreshed(sizes({ 's-1vcpu-2gb': 13 }));
    const commands = engine!.app.get(CommandBus);
    const again = await Promise.all(Array.from({ length: 8 }, () => commands.execute(new RefreshPrices('digitalocean', 24))));
    expect(again.filter((outcome) => outcome !== undefined)).toEqual([]);
    expect(server!.asked).toHaveLength(1);
  });

  it('asks nobody for prices without the key that is needed', async () => {
    engine = await startEngine(Settings.from(world.environment));
    await expect(refresh()).resolves.toBeUndefined();
  });
});
