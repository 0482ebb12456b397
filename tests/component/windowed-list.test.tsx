import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { WindowedList } from '../../components/ui/windowed-list.tsx';

afterEach(cleanup);

const show = (count: number) =>
  render(
    <div data-scroller>
      <WindowedList
        items={Array.from({ length: count }, (_, index) => `Item ${index}`)}
        label="Things"
        initially={5}
        draw={(item, place) => (
          <li key={item} {...place}>
            {item}
          </li>
        )}
      />
    </div>,
  );

describe('a list of many rows', () => {
  it('holds only the first of them before anything was measured', () => {
    show(50_000);
    const rows = screen.getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Item 0',
      'Item 1',
      'Item 2',
      'Item 3',
      'Item 4',
    ]);
  });

  it('says of each row its place among all', () => {
    show(50_000);
    const [, second] = screen.getAllByRole('listitem');
    expect(second?.getAttribute('aria-posinset')).toBe('2');
    expect(second?.getAttribute('aria-setsize')).toBe('50000');
  });

  it('is a list even where the browser forgets one without bullets', () => {
    show(3);
    expect(screen.getByRole('list', { name: 'Things' }).getAttribute('role')).toBe('list');
  });
});
