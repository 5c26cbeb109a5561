import { createHash } from 'node:crypto';

/** A reference such as `google_compute_network.main.id`, which Terraform resolves. Only `expression` makes one. */
export class Expression {
  constructor(readonly traversal: string) {
    Object.freeze(this);
  }
}

/** Text with references in it, such as a policy that names a bucket's ARN. Only `template` makes one. */
export class Template {
  constructor(readonly parts: readonly (string | Expression)[]) {
    Object.freeze(this);
  }
}

/** What an attribute or block may hold. A string is always a literal; `undefined` leaves the attribute out. */
export type TerraformValue = string | number | boolean | null | undefined | Expression | Template | readonly TerraformValue[] | TerraformBody;

/** A block's attributes and nested blocks. Their names come from our own code, never from a person. */
export interface TerraformBody {
  readonly [name: string]: TerraformValue;
}

/** A top-level block such as `resource "google_compute_network" "main"`, under the path of its labels. */
export interface TerraformBlock {
  readonly path: readonly string[];
  readonly body: TerraformBody;
}

export interface TerraformText {
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
}

const TRAVERSAL = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\[\d+\])+$/;

/** An expression of our own making. Anything but a plain traversal throws: it would be somebody's text. */
export function expression(traversal: string): Expression {
  if (!TRAVERSAL.test(traversal)) throw new Error(`Not a Terraform traversal: ${JSON.stringify(traversal)}`);
  return new Expression(traversal);
}

/** Joins literal text and references: template`arn:aws:s3:::${name}/*`. A string among the values is a literal too. */
export function template(texts: TemplateStringsArray, ...values: readonly (string | Expression)[]): Template {
  return templateOf(texts.flatMap((text, at) => [text, values[at] ?? '']));
}

/** Joins literal texts and references. */
export function templateOf(parts: readonly (string | Expression)[]): Template {
  const joined: (string | Expression)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  // `$` before a reference would make `$${`, which Terraform reads as a literal.
  const hazard = joined.some((part, at) => typeof part === 'string' && /[$%]$/.test(part) && joined[at + 1] instanceof Expression);
  if (hazard) throw new Error('A text that ends in $ or % cannot stand before a reference');
  return new Template(joined.filter((part) => part !== ''));
}

/** `${` and `%{` start a template in every string of JSON configuration, keys too; doubled they are the characters themselves. */
export function literal(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

/** Renders blocks as `main.tf.json`, its keys sorted: the same blocks in any order give the same bytes. Two blocks of one address throw. */
export function renderTerraformJson(blocks: readonly TerraformBlock[]): TerraformText {
  const root: Tree = new Map();
  for (const block of blocks) place(root, block);
  const text = `${JSON.stringify(plain(root), null, 2)}\n`;
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

type Tree = Map<string, Tree | TerraformBody>;

function place(root: Tree, { path, body }: TerraformBlock): void {
  let branch = root;
  for (const label of path.slice(0, -1)) {
    const next = branch.get(label) ?? (new Map() as Tree);
    if (!(next instanceof Map)) throw new Error(`Terraform block ${path.join('.')} stands inside another`);
    branch.set(label, next);
    branch = next;
  }
  const name = path.at(-1);
  if (name === undefined) throw new Error('A Terraform block has no path');
  if (branch.has(name)) throw new Error(`Two Terraform blocks are called ${path.join('.')}`);
  branch.set(name, body);
}

function plain(value: TerraformValue | Tree): unknown {
  if (typeof value === 'string') return literal(value);
  if (value instanceof Expression) return `\${${value.traversal}}`;
  if (value instanceof Template) return value.parts.map(plain).join('');
  if (value instanceof Map) return sorted([...value]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return sorted(Object.entries(value));
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`Not a number Terraform can read: ${value}`);
  return value;
}

// Sorted by code unit: a locale's order would differ between machines. fromEntries defines keys, so `__proto__` is one like any other.
function sorted(entries: readonly (readonly [string, TerraformValue | Tree])[]): Record<string, unknown> {
  const present = entries.filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [literal(key), plain(value)]));
}
