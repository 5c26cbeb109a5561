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

  it('leaves values alone that are ordinary words', () => {
    expect(new Redactor(['true', 'a', '']).redact('a true word')).toBe('a true word');
  });

  it('takes short values out where they stand by themselves, and not out of words', () => {
    expect(new Redactor(['pw1', 'abc12']).redact('pw=pw1, "abc12" of spw1x and abc123')).toBe('pw=(redacted), "(redacted)" of spw1x and abc123');
  });

  describe('knows a value', () => {
    const SECRET = 's3cr3t/Value+1-of_it';
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const hex = Buffer.from(SECRET).toString('hex');
    const middle = Math.floor(SECRET.length / 2);
    const twice = encodeURIComponent(encodeURIComponent(SECRET));
    it.each([
      ['in Basic authentication', base64(`user:${SECRET}`)], ['in Basic authentication of another name', base64(`us:${SECRET}`)], ['in Basic authentication of a third', base64(`use:${SECRET}!`)],
      ['in base64 for URLs', Buffer.from(`x${SECRET}`).toString('base64url')], ['in wrapped base64', base64(`user:${SECRET}`).replace(/(.{8})/g, '$1\n')], ['in wrapped and indented base64', base64(SECRET).replace(/(.{10})/g, '$1\r\n    ')],
      ['split over two lines', `${SECRET.slice(0, middle)}\n${SECRET.slice(middle)}`], ['percent-encoded', encodeURIComponent(SECRET)], ['percent-encoded in lower case', encodeURIComponent(SECRET).toLowerCase()],
      ['percent-encoded twice', twice], ['percent-encoded twice in lower case', twice.toLowerCase()], ['every letter percent-encoded', hex.replace(/../g, '%$&')], ['with an escaped slash', SECRET.replace('/', '\\/')],
      ['with a slash by its number', SECRET.replace('/', '\\u002f')], ['with every letter by its number', [...SECRET].map((letter) => `\\u00${Buffer.from(letter).toString('hex')}`).join('')],
      ['in hexadecimal digits', hex], ['in large hexadecimal digits', hex.toUpperCase()], ['in capitals', SECRET.toUpperCase()], ['in small letters', SECRET.toLowerCase()],
      ['with a zero-width letter inside', `${SECRET.slice(0, 5)}\u200b${SECRET.slice(5)}`], ['with a soft hyphen inside', `${SECRET.slice(0, 5)}\u00ad${SECRET.slice(5)}`], ['with a colour inside', `${SECRET.slice(0, 5)}\u001b[31m${SECRET.slice(5)}`],
    ])('%s', (_, text) => {
      const clean = new Redactor([SECRET]).redact(`before ${text} after`);
      expect(clean).toMatch(/^before (?:[\w+/=-]{0,8})?\(redacted\)[\s\S]* after$/);
      expect(clean.length).toBeLessThan(45);
    });

    it('that goes on behind what Terraform puts before every line', () => {
      const prefix = 'terraform_data.loud: (local-exec): ';
      expect(new Redactor([SECRET]).redactLines([`${prefix}one ${SECRET.slice(0, middle)}`, `${prefix}${SECRET.slice(middle)} two`])).toEqual([`${prefix}one (redacted)`, `${prefix}(redacted) two`]);
    });

    it('that may have begun at the end of a line', () => {
      const redactor = new Redactor([SECRET]);
      expect(redactor.openLines([`one ${SECRET.slice(0, 4)}`])).toBe(1);
      expect(redactor.openLines(['zero', `one ${SECRET.slice(0, 4)}`, SECRET.slice(4, 7), SECRET.slice(7, 9)])).toBe(3);
      expect(redactor.openLines(['google_compute_network.main: Creating...'])).toBe(0);
    });

    it('and nothing else: what surrounds it stays as it is', () => {
      expect(new Redactor([SECRET]).redactLines(['Creating...', `a ${SECRET} b`, 'Still creating... [10s elapsed]'])).toEqual(['Creating...', 'a (redacted) b', 'Still creating... [10s elapsed]']);
    });
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
