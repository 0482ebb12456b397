import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, plainText, readMarkdown } from '../../../utils/journal/markdown.ts';
import { LONGEST_TEXT } from '../../../utils/journal/schema.ts';

const paragraph = (...inside: Inline[]): Block => ({ kind: 'paragraph', inside });
const text = (said: string): Inline => ({ kind: 'text', text: said });
const onlyText = (said: string): Block[] => [paragraph(text(said))];

/** What the runs of the first block read as, side by side. */
function firstReads(source: string): string {
  const [first] = readMarkdown(source);
  return first?.kind === 'paragraph' ? plainText(first.inside) : '';
}

/** All that a tree holds of what was written, in order. */
function inlinesHold(inside: readonly Inline[]): string {
  return inside
    .map((run) => {
      if (run.kind === 'text' || run.kind === 'code') return run.text;
      return inlinesHold(run.inside) + (run.kind === 'link' ? ` ${run.href}` : '');
    })
    .join('');
}
function treeHolds(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'rule':
          return '';
        case 'code':
          return `${block.info ?? ''} ${block.text}`;
        case 'quote':
          return treeHolds(block.inside);
        case 'list':
          return block.items.map(treeHolds).join(' ');
        default:
          return inlinesHold(block.inside);
      }
    })
    .join(' ');
}

const LETTERS = /\p{L}/gu;

/** The first letter of `source`, with what follows, that `held` doesn't have in this order; '' where it has all. */
function lostOf(source: string, held: string): string {
  const letters = source.match(LETTERS) ?? [];
  let found = 0;
  for (const letter of held.match(LETTERS) ?? []) if (letter === letters[found]) found += 1;
  return letters.slice(found).join('');
}

const links = (blocks: readonly Block[]): string[] => {
  const ofInlines = (inside: readonly Inline[]): string[] =>
    inside.flatMap((run) => [
      ...(run.kind === 'link' ? [run.href] : []),
      ...('inside' in run ? ofInlines(run.inside) : []),
    ]);
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(links);
    if (block.kind === 'quote') return links(block.inside);
    return block.kind === 'heading' || block.kind === 'paragraph' ? ofInlines(block.inside) : [];
  });
};

const anyPiece = fc.constantFrom(
  ...[
    'word',
    'wörd',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '# ',
    '###### ',
    '> ',
  ],
  ...[
    '- ',
    '+ ',
    '* ',
    '1. ',
    '23) ',
    '    ',
    '---',
    '===',
    '\\',
    '&amp;',
    '&',
    '<b>',
    '</b>',
    '<!--',
    '-->',
  ],
  ...[
    '<script>',
    '[',
    ']',
    '![',
    '](https://x.example)',
    '](javascript:go)',
    '](<y z> "title")',
    '[word]: /u',
  ],
  ...['<https://z.example/q>', '<mailto:a@b.example>', '|', '\r\n', '\u0000', '🙂'],
);
const anyMarkdown = fc.array(anyPiece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('light Markdown', () => {
  it('reads headings, bold, italic, code and quotes', () => {
    expect(readMarkdown('## A *good* day\n\n> It was **fine**,\n> `really`.')).toEqual([
      {
        kind: 'heading',
        level: 2,
        inside: [text('A '), { kind: 'italic', inside: [text('good')] }, text(' day')],
      },
      {
        kind: 'quote',
        inside: [
          paragraph(
            text('It was '),
            { kind: 'bold', inside: [text('fine')] },
            text(',\n'),
            { kind: 'code', text: 'really' },
            text('.'),
          ),
        ],
      },
    ]);
  });

  it('reads lists, blocks of code and rules', () => {
    expect(readMarkdown('- one\n- two\n  1. in it\n\n***\n\n3. three\n\n```js x\nlet a;\n```')).toEqual([
      {
        kind: 'list',
        start: undefined,
        items: [
          onlyText('one'),
          [paragraph(text('two')), { kind: 'list', start: 1, items: [onlyText('in it')] }],
        ],
      },
      { kind: 'rule' },
      { kind: 'list', start: 3, items: [onlyText('three')] },
      { kind: 'code', text: 'let a;', info: 'js x' },
    ]);
  });

  it('keeps line breaks as they were typed', () => {
    expect(readMarkdown('one\ntwo')).toEqual(onlyText('one\ntwo'));
    expect(firstReads('one  \ntwo')).toBe('one\ntwo');
  });

  it('shows markup, images and what else it does without as it was typed', () => {
    for (const source of [
      '<b onclick="go()">hi</b>',
      '<script>go()</script>',
      '<!-- hidden -->',
      '&amp; &lt;b&gt;',
      '[a]: https://x.example',
      'a thought\n---x',
    ]) {
      expect(readMarkdown(source)).toEqual(onlyText(source));
    }
    expect(readMarkdown('<p>\n*a*')).toEqual([
      paragraph(text('<p>\n'), { kind: 'italic', inside: [text('a')] }),
    ]);
    expect(readMarkdown('    set in')).toEqual(onlyText('set in'));
    expect(readMarkdown('a thought\n---')).toEqual([...onlyText('a thought'), { kind: 'rule' }]);
    expect(firstReads('![cat](http://x.example/cat.png)')).toBe('!cat (http://x.example/cat.png)');
  });

  it('links to https alone, and shows other addresses as text', () => {
    const link: Inline = { kind: 'link', href: 'https://x.example/?q=1', inside: [text('a')] };
    expect(readMarkdown('[a](https://x.example/?q=1)')).toEqual([paragraph(link)]);
    expect(links(readMarkdown('<https://x.example>'))).toEqual(['https://x.example']);
    for (const address of [
      'http://x.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '//x.example',
      '/path',
      'https://',
      'https://bank.example@x.example',
      'mailto:a@b.example',
    ]) {
      const read = readMarkdown(`[here](${address})`);
      expect([address, links(read)]).toEqual([address, []]);
      expect(firstReads(`[here](${address})`)).toBe(`here (${address})`);
    }
    expect(firstReads('<mailto:a@b.example> and <c@d.example>')).toBe('mailto:a@b.example and c@d.example');
  });

  it('keeps the title of a link in sight', () => {
    expect(firstReads('[a](https://x.example "of mine")')).toBe('a “of mine”');
  });

  it('is nothing for nothing', () => {
    expect(['', '  \n\t\n'].map(readMarkdown)).toEqual([[], []]);
  });

  it('never throws and never loses a letter', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        expect(lostOf(source, treeHolds(readMarkdown(source)))).toBe('');
      }),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        for (const source of [one, other]) expect(lostOf(source, treeHolds(readMarkdown(source)))).toBe('');
      }),
    );
  });

  it('never links to anything but https', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        expect(links(readMarkdown(source)).every((href) => new URL(href).protocol === 'https:')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up at once on what would bring the parser down, and shows it as it was typed', () => {
    const filling = (piece: string): string => piece.repeat(Math.floor(LONGEST_TEXT / piece.length));
    const stairs = Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
    const sources = [
      ...['> ', '- ', '\n> a\n', '- a\n', '1. a\r', '[', '*a ', '[a]('].map(filling),
      stairs,
      '> '.repeat(31),
    ];
    const begun = performance.now();
    for (const source of sources) expect(readMarkdown(source)).toEqual(onlyText(source));
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('reads a long but ordinary entry in full', () => {
    const long = '## A day\n\nSome *plain* words, and more of them.\n\n- one\n- two\n\n'.repeat(300);
    expect(readMarkdown(long).filter(({ kind }) => kind === 'heading')).toHaveLength(300);
  });
});
