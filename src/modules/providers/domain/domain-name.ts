const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(${LABEL}\\.)+[a-z]{2,63}$`);

/** Why a text is no domain's name, as a phrase that follows it. */
export function whyNotDomain(text: string): string | undefined {
  return text.length <= 253 && DOMAIN.test(text) ? undefined : 'is not a domain name';
}

/** Why a text is no name within a zone, as a phrase that follows it; `@` is the zone itself. */
export function whyNotRecord(text: string): string | undefined {
  return text === '@' || new RegExp(`^(\\*|_?${LABEL})(\\._?${LABEL})*$`).test(text) ? undefined : 'is not a name within a zone';
}
