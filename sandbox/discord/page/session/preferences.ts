/** What the page remembers between visits. A browser that refuses storage simply forgets. */
const prefix = 'cloud-engine-sandbox:';

export function remembered(key: 'persona' | 'hint'): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: 'persona' | 'hint', value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Private windows may refuse; the choice then holds until the page is closed.
  }
}
