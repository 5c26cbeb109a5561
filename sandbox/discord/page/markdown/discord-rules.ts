import { SimpleMarkdown } from 'discord-markdown-parser';
import { listItems } from './list-items';

type Rules = Parameters<typeof SimpleMarkdown.parserFor>[0];
type Rule = Rules[string];

const { defaultRules } = SimpleMarkdown;
const { order: strongOrder } = defaultRules.strong;

/** Headings, lists and small print begin a line: what came before, if anything, ended one. */
function atLineStart(pattern: RegExp): Rule['match'] {
  return (source, _state, previous) => (/(?:^|\n) *$/.test(previous) ? pattern.exec(source) : null);
}

function anywhere(pattern: RegExp): Rule['match'] {
  return (source) => pattern.exec(source);
}

export const headingRule: Rule = {
  order: defaultRules.heading.order,
  match: atLineStart(/^(#{1,3}) +([^\n]+)(?:\n|$)/),
  parse: ([, marks = '', title = ''], parse, state) => ({ level: marks.length, content: parse(title, { ...state, prevCapture: null }) }),
};

export const subtextRule: Rule = {
  order: defaultRules.heading.order,
  match: atLineStart(/^-# +([^\n]+)(?:\n|$)/),
  parse: ([, words = ''], parse, state) => ({ content: parse(words, { ...state, prevCapture: null }) }),
};

/** A first line with a bullet or a number, then every line that is an item or indented below one. */
export const listRule: Rule = {
  order: defaultRules.list.order,
  match: atLineStart(/^ *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n(?: *(?:[-*]|\d{1,9}\.) +\S| {2,}\S)[^\n]*)*(?:\n|$)/),
  parse: ([source = ''], parse, state) => {
    const { ordered, start, items } = listItems(source);
    return { ordered, start, items: items.map((item) => parse(item, { ...state, prevCapture: null })) };
  },
};

/** `[words](https://…)`. Other schemes stay text, and so does whatever is not closed. */
export const linkRule: Rule = {
  order: defaultRules.link.order,
  match: anywhere(/^\[((?:\\.|[^[\]\\\n])+)\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"\n]*")?\)/),
  parse: ([, words = '', target = ''], parse, state) => ({ target, content: parse(words, { ...state, prevCapture: null }) }),
};

function mention(pattern: RegExp): Rule {
  return { order: strongOrder, match: anywhere(pattern), parse: ([, id = '']) => ({ id }) };
}

export const mentionRules: Record<string, Rule> = {
  user: mention(/^<@!?(\d+)>/),
  role: mention(/^<@&(\d+)>/),
  channel: mention(/^<#(\d+)>/),
  slashCommand: {
    order: strongOrder,
    match: anywhere(/^<\/([-_\p{L}\p{N}]{1,32}(?: [-_\p{L}\p{N}]{1,32}){0,2}):(\d+)>/u),
    parse: ([, fullName = '', id = '']) => ({ fullName, id }),
  },
};
