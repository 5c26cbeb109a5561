import { type SimpleMarkdown } from 'discord-markdown-parser';

type Rule = Parameters<typeof SimpleMarkdown.parserFor>[0][string];

const deepest = 12;

/** The rule, matching nothing any more where marks stand too deep in each other: 4,000 asterisks would exhaust the stack. */
export function shallow(rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, previous) => (depthOf(state) < deepest ? rule.match(source, state, previous) : null),
    parse: (capture, parse, state) =>
      rule.parse(capture, (source, inner) => parse(source, { ...(inner ?? state), depth: depthOf(state) + 1 }), state),
  };
}

function depthOf(state: object): number {
  return 'depth' in state && typeof state.depth === 'number' ? state.depth : 0;
}
