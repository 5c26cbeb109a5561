import type { z } from 'zod';

/** What a delivery came to; what did not get through is thrown. `later`: there is more to show after so long. */
export type Delivered = 'done' | { readonly later: number };

/** What the courier knows of one wish. */
export interface Trial {
  /** How often this has been tried in vain since it last got through. */
  readonly tries: number;
}

/** One kind of thing that has to appear in Discord: how it is drawn from what is stored, at the moment of delivery. */
export abstract class Delivery<Data extends object> {
  abstract readonly kind: string;
  abstract readonly data: z.ZodType<Data>;
  /** Safe to repeat: after a crash it is done again. */
  abstract deliver(data: Data, trial: Trial): Promise<Delivered>;
}
