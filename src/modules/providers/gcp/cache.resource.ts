import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

/** Memory in GB. */
const CANONICAL: Readonly<Record<string, number>> = { small: 2, medium: 4, large: 8 };
const whyNotSize = (size: string): string | undefined => (Object.hasOwn(CANONICAL, size) || (/^[1-9]\d{0,2}$/.test(size) && Number(size) <= 300) ? undefined : 'is no size we know');
const gbOf = (size: string): number => (Object.hasOwn(CANONICAL, size) ? (CANONICAL[size] ?? 1) : Number(size));

/** Google bills memory by capacity tiers ("Memorystore for Redis pricing"). */
const tierOf = (gb: number): string => (gb <= 4 ? 'm1' : gb <= 10 ? 'm2' : gb <= 35 ? 'm3' : gb <= 100 ? 'm4' : 'm5');
const redis = z.object({ tier: z.string(), memory_size_gb: z.number(), region: z.string().nullish() });

export const cache = defineResource({
  kind: 'cache',
  title: 'Cache',
  description: 'Managed Redis in your network, with a password of Google\'s making and TLS',
  args: z.strictObject({
    size: field.text({ label: 'Size', help: 'small (2 GB), medium (4 GB), large (8 GB), or a number of GB', placeholder: 'small', ask: true, default: 'small', maxLength: 10, check: whyNotSize, accepts: 'small, medium, large, or a number of GB from 1 to 300' }),
    network: field.requiredReference('vpc', { label: 'Network', help: 'The network whose machines may connect', placeholder: 'main', ask: true }),
    high_availability: field.flag({ label: 'Standby in another zone', help: 'yes adds a copy that takes over', ask: true, default: false }),
  }),
  render({ name, args, region, labels, environment, referenced }) {
    const address = `google_redis_instance.${name}`;
    return {
      blocks: [{
        type: 'google_redis_instance',
        body: {
          name, region, tier: args.high_availability ? 'STANDARD_HA' : 'BASIC', memory_size_gb: gbOf(args.size), redis_version: 'REDIS_7_2', authorized_network: referenced('network')?.network, connect_mode: 'DIRECT_PEERING',
          auth_enabled: true, transit_encryption_mode: 'SERVER_AUTHENTICATION', deletion_protection: environment === 'production', labels,
        },
      }],
      outputs: [
        { name: 'host', description: 'Address within the network', value: expression(`${address}.host`) },
        { name: 'port', description: 'Port, for TLS', value: expression(`${address}.port`) },
        { name: 'password', description: 'Password, made by Google', value: expression(`${address}.auth_string`), sensitive: true },
      ],
    };
  },
  price: {
    google_redis_instance: (values, { region: here }) => {
      const parsed = redis.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { tier, memory_size_gb: gb, region } = parsed.data;
      return { pricing: 'components', components: [{ label: 'Memory', sku: `cache/${tier === 'BASIC' ? 'basic' : 'standard'}-${tierOf(gb)}`, region: region ?? here, quantity: gb, unit: 'gb_month', assumption: 'runs all the time' }] };
    },
  },
  naming: { maxLength: 40 },
  example: { name: 'sessions', values: { size: 'small', network: 'main' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }] },
});
