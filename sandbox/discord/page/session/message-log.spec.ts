import type { PageMessage } from '../../page-api';
import { compareIds, continues, withMessage, withoutMessage } from './message-log';

function message(id: string, more: Partial<PageMessage> = {}): PageMessage {
  const author = { id: '1', username: 'dev', discriminator: '0', global_name: null, avatar: null };
  return { id, author, timestamp: '2026-01-01T10:00:00.000Z', content: '', ...more } as PageMessage;
}

describe('the messages of a channel', () => {
  it('are ordered by ids longer than a number holds', () => {
    expect(compareIds('9007199254740993', '9007199254740992')).toBeGreaterThan(0);
    expect(compareIds('999', '1000')).toBeLessThan(0);
  });

  it('take an edit in place and a late arrival in order', () => {
    const log = withMessage([message('10'), message('30')], message('20'));
    expect(log.map(({ id }) => id)).toEqual(['10', '20', '30']);
    expect(withMessage(log, message('20', { content: 'edited' })).map(({ content }) => content)).toEqual(['', 'edited', '']);
  });

  it('lose a deleted one', () => {
    expect(withoutMessage([message('10'), message('20')], '10').map(({ id }) => id)).toEqual(['20']);
  });
});

describe('grouping messages', () => {
  it('joins what one author says within seven minutes', () => {
    expect(continues(message('1'), message('2', { timestamp: '2026-01-01T10:06:00.000Z' }))).toBe(true);
    expect(continues(message('1'), message('2', { timestamp: '2026-01-01T10:08:00.000Z' }))).toBe(false);
  });

  it('starts anew for an ephemeral message and for the answer to a command', () => {
    expect(continues(message('1'), message('2', { ephemeral: true }))).toBe(false);
    expect(continues(message('1'), message('2', { interaction: {} as PageMessage['interaction'] }))).toBe(false);
  });
});
