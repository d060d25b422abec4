import { describe, expect, test } from 'vitest';

import { leanStyle } from '../../src/site/lean-style.ts';

/** A style where only some names are used. */
const leanOf = (css: string, ...used: string[]) => leanStyle(css).lean(new Set(used));

describe('of a style a page gets', () => {
  test.for<[rule: string, kept: string, why: string]>([
    ['p{color:red}', 'p{color:red}', 'an element that is used'],
    ['table{color:red}', '', 'an element that is not'],
    ['.task{color:red}', '.task{color:red}', 'a class that is used'],
    ['.tasks{color:red}', '', 'another class'],
    ['task{color:red}', '', 'an element of the name of a class'],
    ['.p{color:red}', '', 'a class of the name of an element'],
    ['.task>td{color:red}', '', 'one of two that is missing'],
    ['p.tasks{color:red}', '', 'both in one compound'],
    ['.task p,.task td,p{color:red}', '.task p,p{color:red}', 'some of a list'],
    ['*,:before{color:red}', '*,:before{color:red}', 'no name at all'],
    [':root[data-theme=dark]{color:red}', ':root[data-theme=dark]{color:red}', 'attributes'],
    ['p[title="td"]{color:red}', 'p[title="td"]{color:red}', 'a name in an attribute'],
    ['p:not(.tasks){color:red}', 'p:not(.tasks){color:red}', 'what shall not be'],
    ['p:is(.task,.tasks){color:red}', 'p:is(.task,.tasks){color:red}', 'one of several'],
    ['p:has(>td){color:red}', 'p:has(>td){color:red}', 'a function'],
    ['td:not(p){color:red}', '', 'beside a function'],
    ['p::before{content:"}"}', 'p::before{content:"}"}', 'a brace in a string'],
    ['.a\\:b{color:red}', '', 'an escape'],
    ['@media print{td{color:red}}', '', 'a condition on nothing'],
    ['@media print{td{top:0}p{top:0}}', '@media print{p{top:0}}', 'a part of a condition'],
    [
      '@supports (top:0){@container (width<9rem){p{top:0}td{top:0}}}',
      '@supports (top:0){@container (width<9rem){p{top:0}}}',
      'conditions in each other',
    ],
    ['@keyframes a{from{top:0}}', '@keyframes a{from{top:0}}', 'what is no condition'],
    ['@view-transition{navigation:auto}', '@view-transition{navigation:auto}', 'a block'],
    ['@charset "utf-8";p{top:0}', '@charset "utf-8";p{top:0}', 'a statement'],
    ['p{top:0;td{top:1px}}', 'p{top:0;td{top:1px}}', 'rules in a rule'],
  ])('%s: %s, for %s', ([rule, kept]) => {
    expect(leanOf(rule, 'p', '.task')).toBe(kept);
  });

  test('its rules in their order', () => {
    expect(leanOf('p{top:0}td{top:1px}.a{top:2px}p{top:3px}', 'p', '.a')).toBe(
      'p{top:0}.a{top:2px}p{top:3px}',
    );
  });

  test('each for itself, of a style that is read once', () => {
    const style = leanStyle('p{top:0}@media print{td{top:0}}');
    expect(style.lean(new Set(['p']))).toBe('p{top:0}');
    expect(style.lean(new Set(['td']))).toBe('@media print{td{top:0}}');
    expect(style.lean(new Set())).toBe('');
  });

  test('whatever its names decide', () => {
    const { names } = leanStyle('p .a:hover,td{top:0}@media print{li:not(.b){top:0}}');
    expect([...names].sort()).toEqual(['.a', 'li', 'p', 'td']);
  });
});

test('what is no CSS is an error', () => {
  expect(() => leanStyle('p{')).toThrow('Unclosed block');
});
