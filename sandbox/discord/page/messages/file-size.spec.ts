import { fileSize, isText } from './file-size';

describe('an attached file', () => {
  it.each([
    [0, '0 bytes'],
    [312, '312 bytes'],
    [4_168, '4.07 KB'],
    [10 * 1024 * 1024, '10 MB'],
  ])('of %d bytes', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words);
  });

  it('is shown below the message when it is text', () => {
    expect(isText({ filename: 'apply.log' })).toBe(true);
    expect(isText({ filename: 'blob', content_type: 'text/plain; charset=utf-8' })).toBe(true);
    expect(isText({ filename: 'plan.zip', content_type: 'application/zip' })).toBe(false);
  });
});
