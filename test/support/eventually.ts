/** Asks again until `look` gives something other than undefined or false, or `withinMs` are over. */
export async function eventually<T>(look: () => T | Promise<T>, what = 'the condition', withinMs = 30_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found;
      last = found;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited ${withinMs} ms in vain for ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
}
