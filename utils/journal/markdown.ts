import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A run of text as it reads. Line breaks in it are those that were typed. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold' | 'italic'; inside: Inline[] }
  /** `href` is a valid `https:` address, as it was written. */
  | { kind: 'link'; href: string; inside: Inline[] };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; inside: Inline[] }
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Block[] }
  /** `start` is the first number of an ordered list. */
  | { kind: 'list'; start: number | undefined; items: Block[][] }
  /** `info` is what stood after the fence: a language, mostly. */
  | { kind: 'code'; text: string; info: string | undefined }
  | { kind: 'rule' };

/**
 * What of CommonMark a journal does without; all of it reads as it was typed. No markup, no images, nothing
 * that is taken out of sight (definitions), and nothing that somebody gets by accident: a heading from a line
 * of dashes below a thought, a block of code from an indent, another character from an ampersand.
 */
const PLAIN = {
  disable: {
    null: [
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'definition',
      'setextUnderline',
      'codeIndented',
      'characterReference',
    ],
  },
};

/**
 * Where the parser would take unreasonably long, or overflow its stack: it recurses into quotes and lists, and
 * its work grows with the square of their number, and of the brackets and the like that stand in one paragraph.
 */
const MOST_LINES_WITH_MARKERS = 1500;
const DEEPEST = 30;
const MOST_DEPTH_IN_ALL = 6000;
const MOST_IN_PARAGRAPH = 2000;

/** The quotes' and lists' markers with which a line begins, with the white space before and between. */
const MARKERS = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+/;
const MARKER = /[>*+-]|\d+[.)]/g;
const SPECIAL = /[[\]*_`<]/g;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

function isUnreasonable(text: string): boolean {
  let lines = 0;
  let inAll = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const markers = MARKERS.exec(line)?.[0];
    if (markers === undefined) continue;
    // A list lies at least two columns deeper than the one it is in.
    const depth = countOf(MARKER, markers) + line.search(/\S/) / 2;
    lines += 1;
    inAll += depth;
    if (lines > MOST_LINES_WITH_MARKERS || depth > DEEPEST || inAll > MOST_DEPTH_IN_ALL) return true;
  }
  return text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
    .some((paragraph) => countOf(SPECIAL, paragraph) > MOST_IN_PARAGRAPH);
}

function isHttps(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    return protocol === 'https:' && username === '' && password === '';
  } catch {
    return false;
  }
}

/** What a person sees of runs of text. */
export function plainText(inside: readonly Inline[]): string {
  return inside.map((run) => ('inside' in run ? plainText(run.inside) : run.text)).join('');
}

/** A link; one to elsewhere than `https:`, or with a name before its host, as text that shows the address. */
function linkOf(url: string, title: string | null | undefined, inside: Inline[]): Inline[] {
  const named: Inline[] = title ? [{ kind: 'text', text: ` “${title}”` }] : [];
  if (isHttps(url)) return [{ kind: 'link', href: url, inside }, ...named];
  const shown = plainText(inside);
  const address: Inline[] =
    shown === url || `mailto:${shown}` === url || url === '' ? [] : [{ kind: 'text', text: ` (${url})` }];
  return [...inside, ...address, ...named];
}

function inlinesOf(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [{ kind: 'text', text: '\n' }];
      case 'strong':
        return [{ kind: 'bold', inside: inlinesOf(node.children) }];
      case 'emphasis':
        return [{ kind: 'italic', inside: inlinesOf(node.children) }];
      case 'link':
        return linkOf(node.url, node.title, inlinesOf(node.children));
      default:
        return 'value' in node ? [{ kind: 'text', text: node.value }] : [];
    }
  });
}

function blocksOf(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', inside: inlinesOf(node.children) }];
      case 'heading':
        return [{ kind: 'heading', level: node.depth, inside: inlinesOf(node.children) }];
      case 'blockquote':
        return [{ kind: 'quote', inside: blocksOf(node.children) }];
      case 'list': {
        const start = node.ordered === true ? (node.start ?? 1) : undefined;
        return [{ kind: 'list', start, items: node.children.map(({ children }) => blocksOf(children)) }];
      }
      case 'code': {
        const info = [node.lang, node.meta].filter((part) => typeof part === 'string').join(' ');
        return [{ kind: 'code', text: node.value, info: info === '' ? undefined : info }];
      }
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      default:
        return 'value' in node ? [asTyped(node.value)] : [];
    }
  });
}

const asTyped = (text: string): Block => ({ kind: 'paragraph', inside: [{ kind: 'text', text }] });

/**
 * Light Markdown (CommonMark 0.31 without markup, images and the like) as a tree to draw. It never throws and
 * never leaves out anything that was written: HTML reads as text, and so do links to elsewhere than `https:`.
 * A text that would take the parser unreasonably long is one paragraph as it was typed.
 */
export function readMarkdown(text: string): Block[] {
  if (text.trim() === '') return [];
  if (isUnreasonable(text)) return [asTyped(text)];
  return blocksOf(fromMarkdown(text, { extensions: [PLAIN] }).children);
}
