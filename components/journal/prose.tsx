import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Block, type Inline, readMarkdown } from '../../utils/journal/markdown.ts';

function line(inside: readonly Inline[]): ComponentChildren {
  return inside.map((part) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return <code>{part.text}</code>;
      case 'bold':
        return <strong>{line(part.inside)}</strong>;
      case 'italic':
        return <em>{line(part.inside)}</em>;
      case 'link':
        return (
          <a href={part.href} target="_blank" rel="noopener noreferrer">
            {line(part.inside)}
          </a>
        );
    }
  });
}

function blocks(all: readonly Block[]): ComponentChildren {
  return all.map((block) => {
    switch (block.kind) {
      case 'heading':
        // An entry stands below a heading of its own.
        return (
          <p role="heading" aria-level={Math.min(6, block.level + 2)} class={`heading level-${block.level}`}>
            {line(block.inside)}
          </p>
        );
      case 'paragraph':
        return <p class="prose">{line(block.inside)}</p>;
      case 'quote':
        return <blockquote>{blocks(block.inside)}</blockquote>;
      case 'list': {
        const items = block.items.map((item) => <li>{blocks(item)}</li>);
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
  });
}

/** What was written, as it reads. */
export function Prose({ text }: { text: string }) {
  const read = useMemo(() => readMarkdown(text), [text]);
  return (
    <div class="written" dir="auto">
      {blocks(read)}
    </div>
  );
}
