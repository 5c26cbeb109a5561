import { DiscordAPIError, HTTPError } from 'discord.js';
import { OutOfReach, troubleOf, wordsOf } from './refusal';

const refused = (status: number, code: number): DiscordAPIError => new DiscordAPIError({ code, message: 'No' }, code, status, 'PATCH', 'https://discord.example/webhooks/1/secret-token', { body: undefined, files: undefined });

describe('what stands in the way of a request', () => {
  it.each([
    ['gone', 404, 10003], ['gone', 404, 10008], ['gone', 404, 10015],
    ['closed', 403, 50001], ['closed', 403, 50013], ['closed', 403, 50007], ['closed', 400, 50083], ['closed', 400, 160005], ['closed', 400, 50024],
    ['token', 401, 0], ['away', 500, 0], ['away', 503, 0], ['away', 429, 0], ['ours', 400, 50035],
  ] as const)('is "%s" for %i %i', (trouble, status, code) => expect(troubleOf(refused(status, code))).toBe(trouble));

  it('is that Discord is away where it cannot be asked', () => {
    expect(troubleOf(new HTTPError(502, 'Bad Gateway', 'GET', 'https://x', { body: undefined, files: undefined }))).toBe('away');
    expect(troubleOf(Object.assign(new Error('closed'), { code: 'UND_ERR_SOCKET' }))).toBe('away');
    expect(troubleOf(new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) }))).toBe('away');
    expect(troubleOf(new Error('of ours'))).toBe('broken');
  });

  it('is that a place is closed where every place was tried', () => expect(troubleOf(new OutOfReach('The end', refused(404, 10003)))).toBe('closed'));

  it('is told without the token that its address carries', () => {
    expect(wordsOf(refused(403, 50013))).toBe('403 50013: No');
    expect(wordsOf(new OutOfReach('The end', refused(404, 10003)))).not.toContain('secret-token');
  });
});
