import type { z } from 'zod';
import type { JsonObject } from './json';
import { portsIn, sensitivePorts, type PortRange } from './port-list';

/** A role that somebody gets. */
export interface GrantedRole {
  readonly name: string;
  /** Whoever holds it can do, or give themselves, nearly everything. */
  readonly isBroad: boolean;
}

/** What a policy has to know of a Terraform resource, in words that hold for every cloud. Absent: no, or nothing of the kind. */
export interface ResourceTraits {
  /** It keeps data that are gone with it. */
  readonly isStateful?: boolean;
  /** False for data kept in clear. Absent: encrypted always, or no data. */
  readonly isEncrypted?: boolean;
  /** What the whole internet may read or reach. */
  readonly isPublic?: 'bucket' | 'database';
  /** Administration and database ports that the whole internet may reach: `22 (SSH)`. */
  readonly exposedPorts?: readonly string[];
  readonly roles?: readonly GrantedRole[];
}

/** Reads a resource's traits from its planned values. */
export type TraitsOf = (values: JsonObject) => ResourceTraits;

/** Traits of values of this shape; of others nothing is known. */
export function traitsOf<T>(shape: z.ZodType<T>, read: (values: T) => ResourceTraits): TraitsOf {
  return (values) => {
    const parsed = shape.safeParse(values);
    return parsed.success ? read(parsed.data) : {};
  };
}

export const STATEFUL: TraitsOf = () => ({ isStateful: true });

/** True for a range of addresses that is the internet, or most of it: no longer a prefix than /7, or a cloud's own word for it. */
export function isInternet(source: string): boolean {
  if (source === '*' || source.toLowerCase() === 'internet') return true;
  const prefix = /\/(\d{1,3})$/.exec(source)?.[1];
  return prefix !== undefined && Number(prefix) < 8;
}

/** The sensitive ones of the ports that these sources reach; `ports` as clouds write them: `22`, `8000-8010`, `*`. */
export function exposedPorts(ports: readonly string[], sources: readonly string[]): readonly string[] {
  if (!sources.some(isInternet)) return [];
  return sensitivePorts(ports.flatMap((text): readonly PortRange[] => (text === '*' || text === 'all' || text === '0' ? EVERY_PORT : portsIn(text))));
}

const EVERY_PORT: readonly PortRange[] = [{ protocol: 'tcp', from: 0, to: 65_535 }];
