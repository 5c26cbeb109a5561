import type { PageState } from '../page-api';

function picture(shapes: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${shapes}</svg>`)}`;
}

const cloud =
  '<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#7983f5"/><stop offset="1" stop-color="#4752c4"/></linearGradient>' +
  '<rect width="40" height="40" fill="url(#g)"/>' +
  '<path d="M13.5 27.5a5.5 5.5 0 0 1-.6-10.97A7.5 7.5 0 0 1 27.2 18.1a4.75 4.75 0 0 1-.7 9.4Z" fill="#fff"/>' +
  '<path d="M20 25.2v-5.4m-2.4 2.3 2.4-2.4 2.4 2.4" fill="none" stroke="#5865f2" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>';

/** The bot's picture, and the guild's. */
export const applicationAvatar = picture(cloud);

const safeColor = /^#[\da-f]{3,8}$/i;

/** A person's initial on their colour: the page loads no pictures from outside. */
export function initialAvatar(name: string, color: string): string {
  const initial = ([...name.trim()][0] ?? '?').toUpperCase().replace(/[<&]/, '?');
  return picture(
    `<rect width="40" height="40" fill="${safeColor.test(color) ? color : '#5865f2'}"/>` +
      `<text x="20" y="27" text-anchor="middle" font-family="Helvetica,Arial,sans-serif" font-size="20" font-weight="600" fill="#fff">${initial}</text>`,
  );
}

export function avatarOf(state: PageState, userId: string, name: string): string {
  if (userId === state.application.id) return applicationAvatar;
  const persona = state.personas.find(({ id }) => id === userId);
  return initialAvatar(persona?.displayName ?? name, persona?.avatarColor ?? '#80848e');
}
