import { type ComponentChildren, createElement } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Block, type Inline, readMarkdown } from '../../utils/journal/markdown.ts';

function part(run: Inline): ComponentChildren {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'code':
      return <code>{run.text}</code>;
    case 'bold':
      return <strong>{run.inside.map(part)}</strong>;
    case 'italic':
      return <em>{run.inside.map(part)}</em>;
    case 'link':
      return (
        <a href={run.href} target="_blank" rel="noopener noreferrer">
          {run.inside.map(part)}
        </a>
      );
  }
}

/** An entry stands below a heading of its own, so that its headings begin with the third. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

function piece(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'heading':
      return createElement(HEADINGS[block.level - 1] ?? 'h6', null, block.inside.map(part));
    case 'paragraph':
      return <p class="prose">{block.inside.map(part)}</p>;
    case 'quote':
      return <blockquote>{block.inside.map(piece)}</blockquote>;
    case 'list': {
      const items = block.items.map((item) => <li>{item.map(piece)}</li>);
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
  }
}

/** What was written, as it reads. */
export function Prose({ text }: { text: string }) {
  const read = useMemo(() => readMarkdown(text), [text]);
  return (
    <div class="written" dir="auto">
      {read.map(piece)}
    </div>
  );
}
