/**
 * The address under this page's own origin for a file that the sandbox keeps, whatever name of the machine it was given
 * with. Nothing else is loaded: pictures elsewhere are left out.
 */
export function localUrl(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url, location.href)) return undefined;
  const { protocol, pathname, search } = new URL(url, location.href);
  if (protocol === 'data:') return /^data:image\//.test(url) ? url : undefined;
  return pathname.startsWith('/attachments/') ? pathname + search : undefined;
}
