import { expect, test } from 'vitest';

import { pageNames, scriptNames } from '../../src/site/used-names.ts';

test.for<[html: string, names: string[]]>([
  ['<p>A <b>word</b></p>', ['b', 'p']],
  ['<P CLASS="One two">', ['.One', '.two', 'p']],
  ["<p class='a  b'>", ['.a', '.b', 'p']],
  ['<p class=a><i\nclass = "b\nc">', ['.a', '.b', '.c', 'i', 'p']],
  ['<theme-control hidden>', ['theme-control']],
  ['<p data-class="a" title="b">', ['p']],
  ['&lt;table class&gt; of classes', []],
])('of %s the names are %j', ([html, names]) => {
  expect([...pageNames(html)].sort()).toEqual(names);
});

test.for<[script: string, named: string[], not: string[]]>([
  [`h("p",{class:"meta quiet"},text)`, ['p', 'meta', 'quiet'], ['h', 'class', 'text']],
  [`e.className='row'`, ['row'], ['className', 'e']],
  ['h(`p`,{class:`${look} search-stop`})', ['p', 'search-stop'], ['look']],
  ['h(`p`,{class:`search-stop ${look} row`})', ['search-stop', 'row'], ['look']],
  [`e.innerHTML='<table class="wide">'`, ['table', 'wide'], ['innerHTML']],
  [String.raw`e.innerHTML="<td class=\"wide\">"`, ['td', 'wide'], []],
  [`say("No table, and no list.")`, [], ['table', 'list']],
  [`if(a<b)return table`, [], ['table']],
])('of the script %s the names are %j', ([script, named, not]) => {
  const names = scriptNames(script);
  for (const name of named) expect(names).toContain(name);
  for (const name of not) expect(names).not.toContain(name);
});
