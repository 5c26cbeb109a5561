/** Hours in a billing month, as the clouds count them. DigitalOcean caps its own at 672. */
export const HOURS_PER_MONTH = 730;

/** `$0.0335`: small hourly prices keep the digits that matter. */
export function formatHourlyUsd(hourlyUsd: number): string {
  return signed(hourlyUsd, Math.abs(hourlyUsd) >= 1 || hourlyUsd === 0 ? 2 : 4);
}

/** `$24.46`, and `$1,204.00` with its thousands. */
export function formatMonthlyUsd(monthlyUsd: number): string {
  return signed(monthlyUsd, 2);
}

function signed(usd: number, digits: number): string {
  const amount = Math.abs(usd).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${usd < 0 ? '-' : ''}$${amount}`;
}
