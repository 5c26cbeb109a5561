import * as fc from 'fast-check';
import { expression, literal, renderTerraformJson, template } from './terraform-json';

interface Root { resource: { a_type: { main: Record<string, string> } } }
const bodyOf = (text: string) => (JSON.parse(text) as Root).resource.a_type.main;
const render = (value: string, key = 'attribute') => renderTerraformJson([{ path: ['resource', 'a_type', 'main'], body: { [key]: value } }]).text;

describe('rendering Terraform JSON', () => {
  it.each([
    ['${file("/etc/passwd")}', '$${file("/etc/passwd")}'],
    ['%{ for x in y }', '%%{ for x in y }'],
    ['$${a}', '$$${a}'],
    ['costs $5 {now} 100%', 'costs $5 {now} 100%'],
  ])('writes %j as the literal %j', (text, written) => {
    expect(literal(text)).toBe(written);
    expect(bodyOf(render(text)).attribute).toBe(written);
  });

  it('escapes map keys as well', () => {
    expect(Object.keys(bodyOf(render('x', '${k}')))).toEqual(['$${k}']);
  });

  it('keeps a key called __proto__ as a key', () => {
    const body = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(renderTerraformJson([{ path: ['locals'], body }]).text).toContain('"__proto__": "x"');
  });

  it('writes only expressions of our own as expressions', () => {
    const body = { real: expression('a_type.main.list[0].id'), forged: { traversal: 'a_type.main.id' } as never };
    const { locals } = JSON.parse(renderTerraformJson([{ path: ['locals'], body }]).text) as { locals: unknown };
    expect(locals).toEqual({ real: '${a_type.main.list[0].id}', forged: { traversal: 'a_type.main.id' } });
  });

  it('joins literal text and references, escaping the text', () => {
    const body = { policy: template`{"arn": "${expression('a_type.main.arn')}/${'${x}'}"}` };
    const { locals } = JSON.parse(renderTerraformJson([{ path: ['locals'], body }]).text) as { locals: unknown };
    expect(locals).toEqual({ policy: '{"arn": "${a_type.main.arn}/$${x}"}' });
    expect(() => template`costs ${'$'}${expression('a.b')}`).toThrow('cannot stand before a reference');
  });

  it.each(['file("x")', 'a.b} ${c.d', 'alone', 'a.b c', ''])('refuses to make an expression of %j', (text) => {
    expect(() => expression(text)).toThrow('Not a Terraform traversal');
  });

  it('gives the same bytes and digest whatever the order of blocks and keys', () => {
    const one = { path: ['resource', 't', 'a'], body: { x: 1, y: [true, null] } };
    const other = { path: ['resource', 's', 'b'], body: { z: 'z' } };
    const turned = renderTerraformJson([other, { ...one, body: { y: [true, null], x: 1 } }]);
    expect(turned).toEqual(renderTerraformJson([one, other]));
    expect(turned.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leaves out what is undefined, and throws on two blocks of one address and on numbers that are none', () => {
    expect(renderTerraformJson([{ path: ['locals'], body: { gone: undefined, kept: 0 } }]).text).toBe('{\n  "locals": {\n    "kept": 0\n  }\n}\n');
    expect(() => renderTerraformJson([{ path: ['a', 'b'], body: {} }, { path: ['a', 'b'], body: {} }])).toThrow('a.b');
    expect(() => renderTerraformJson([{ path: ['a'], body: { n: Number.NaN } }])).toThrow('NaN');
  });

  it('leaves no template in any text, and gives every text back', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom('$', '%', '{', '}', '${', '%{', '$${', '\\', '"', '\n', '\0'), fc.string()), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(pieces, (text) => {
      const written = literal(text);
      expect(written.replace(/([$%])\1\{/g, ' ')).not.toMatch(/[$%]\{/);
      expect(written.replace(/([$%])\1\{/g, '$1{')).toBe(text);
    }), { numRuns: 2000 });
  });
});
