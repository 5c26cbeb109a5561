import { rules, SimpleMarkdown } from 'discord-markdown-parser';
import { headingRule, linkRule, listRule, mentionRules, subtextRule } from './discord-rules';
import { shallow } from './nesting';
import { tidy } from './tidy';

/** What Discord's markdown says, as data. Text in it is plain text whatever it looks like. */
export type MarkdownNode =
  | { type: 'text' | 'inlineCode'; content: string }
  | { type: 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler' | 'blockQuote' | 'subtext'; content: MarkdownNode[] }
  | { type: 'heading'; level: number; content: MarkdownNode[] }
  | { type: 'list'; ordered: boolean; start: number; items: MarkdownNode[][] }
  | { type: 'codeBlock'; lang: string; content: string }
  | { type: 'link' | 'url' | 'autolink'; target: string; content: MarkdownNode[] }
  | { type: 'user' | 'channel' | 'role'; id: string }
  | { type: 'slashCommand'; fullName: string; id: string }
  | { type: 'timestamp'; timestamp: string; format?: string }
  | { type: 'emoji'; name: string }
  | { type: 'everyone' | 'here' }
  | { type: 'br' };

/**
 * discord-markdown-parser is Discord's own kind of parser with most of its rules. Lists are missing there, mentions of
 * short ids too, headings after some blocks; and emoji need no rule where the browser draws them.
 */
const replaced = new Set(['heading', 'subtext', 'user', 'role', 'channel', 'slashCommand', 'guildNavigation', 'twemoji', 'newline']);

const discordRules = [
  ...Object.entries(rules).filter(([name]) => !replaced.has(name)),
  ...Object.entries({ ...mentionRules, heading: headingRule, subtext: subtextRule, list: listRule, link: linkRule }),
];

const parse = SimpleMarkdown.parserFor(Object.fromEntries(discordRules.map(([name, rule]) => [name, name === 'text' ? rule : shallow(rule)])));

export function parseMarkdown(source: string): MarkdownNode[] {
  return tidy(parse(source.replaceAll('\r\n', '\n'), { inline: true }) as MarkdownNode[]);
}
