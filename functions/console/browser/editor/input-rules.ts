import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { Plugin } from 'prosemirror-state';
import { nodeType } from './nodes.ts';

/** What typing at the start of a paragraph makes of it: `- ` and `1. ` a list, `## ` a heading, `> ` a quote. Backspace takes it back. */
export const typingRules = (): Plugin =>
  inputRules({
    rules: [
      wrappingInputRule(/^[-*•]\s$/, nodeType('bullet_list')),
      wrappingInputRule(
        /^(\d{1,2})\.\s$/,
        nodeType('ordered_list'),
        ([, number]) => ({ start: number === '1' ? null : number }),
        ([, number], { childCount, attrs }) => childCount + Number(attrs.start ?? 1) === Number(number),
      ),
      textblockTypeInputRule(/^(#{2,4})\s$/, nodeType('heading'), ([, signs = '']) => ({
        level: signs.length,
      })),
      wrappingInputRule(/^>\s$/, nodeType('blockquote')),
    ],
  });
