const WIDTH = 16;

/** `▰▰▰▱▱`: parts of a whole, each with its own sign; what is left over is empty. At least one sign for what is not nothing. */
export function bar(whole: number, parts: readonly (readonly [amount: number, sign: string])[], width = WIDTH): string {
  const filled = parts.map(([amount, sign]) => sign.repeat(amount <= 0 || whole <= 0 ? 0 : Math.max(1, Math.round((amount / whole) * width)))).join('');
  return `${filled}${'▱'.repeat(width)}`.slice(0, width);
}
