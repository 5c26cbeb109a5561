/** What a deployment has of a kind, and what that costs. */
export interface KindUse {
  /** `other` for what no kind stands for. */
  readonly kind: string;
  readonly count: number;
  readonly monthlyUsd: number;
  /** False where a price is unknown: the sum is "at least" then. */
  readonly complete: boolean;
}
