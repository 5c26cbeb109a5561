import { Redactor } from './redactor';

describe('redacting', () => {
  it.each([
    ['as it is', 'the s3cr3t/Value+1 of it'],
    ['inside a word', 'xs3cr3t/Value+1x'],
    ['in a URL', 'https://x/?t=s3cr3t%2FValue%2B1'],
    ['in base64', Buffer.from('s3cr3t/Value+1').toString('base64')],
  ])('takes a known value out %s', (_, text) => {
    const clean = new Redactor(['s3cr3t/Value+1']).redact(text);
    expect(clean).toContain('(redacted)');
    expect(clean).not.toMatch(/s3cr3t|czNjcjN0/);
  });

  it('takes a value out as JSON spells it, and each line of a value of many', () => {
    const redactor = new Redactor(['say "hello" now', 'line number one\nline number two']);
    expect(redactor.redact(JSON.stringify({ a: 'say "hello" now' }))).toBe('{"a":"(redacted)"}');
    expect(redactor.redact('> line number two')).toBe('> (redacted)');
  });

  it('prefers the longer of two values', () => {
    expect(new Redactor(['abcdef', 'abcdefghij']).redact('abcdefghij')).toBe('(redacted)');
  });

  it('leaves short values alone: they are ordinary words', () => {
    expect(new Redactor(['true', 'a', '']).redact('a true word')).toBe('a true word');
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE', 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'ya29.a0AfH6SMBxxxxxxxxxxxx', 'AIzaSyA-1234567890abcdefghijklmnopqrstu',
    'ghp_0123456789abcdefghijABCDEFGHIJ012345', 'github_pat_11ABCDEFG0123456789_abcdefghij', 'xoxb-1234567890-abcdefghij', 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk', 'Authorization: Bearer abcdef0123456789', 'postgres://app:pa55word@db/app', 'password=hunter2hunter2', '"db_password": "hunter2hunter2"', `dop_v1_${'0a'.repeat(32)}`,
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
  ])('knows a token by its shape: %s', (text) => {
    const clean = new Redactor([]).redact(`before ${text} after`);
    expect(clean).toMatch(/^before .*\(redacted\).* after$/s);
    expect(clean).not.toMatch(/wJalr|hunter2|pa55word|abcdef0123|MIIE|EXAMPLE|0a0a/);
  });

  it.each([
    'google_compute_network.main: Creation complete after 2s [id=projects/sandbox/global/networks/main]', 'Plan: 3 to add, 0 to change, 0 to destroy.', 'password = (sensitive)',
    'https://www.googleapis.com/compute/v1/projects/demo/zones/europe-west1-b', 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', 'us-east-1 t3.micro ami-0abcdef1234567890',
  ])('leaves what is no secret: %s', (text) => {
    expect(new Redactor([]).redact(text)).toBe(text);
  });

  it('reaches every string inside of JSON, keys too', () => {
    expect(new Redactor(['top-secret']).redactJson({ list: ['a top-secret', 1, null, { 'top-secret': true }] })).toEqual({ list: ['a (redacted)', 1, null, { '(redacted)': true }] });
  });
});
