import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Later, later } from '../../components/ui/later.tsx';

const Greeting = ({ name }: { name: string }) => <p>{`Hello ${name}`}</p>;

describe('a component whose code comes later', () => {
  let root: HTMLElement;
  let arrive: () => void;
  let loads: number;
  let Late: Later<{ name: string }>;
  beforeEach(() => {
    root = document.createElement('div');
    loads = 0;
    Late = later(() => {
      loads += 1;
      return new Promise((resolve) => {
        arrive = () => resolve(Greeting);
      });
    });
  });
  afterEach(() => render(null, root));

  it('draws nothing until the code is there, and then itself', async () => {
    await act(() => render(<Late name="Ada" />, root));
    expect(root.textContent).toBe('');
    await act(async () => {
      arrive();
      await Late.prepare();
    });
    expect(root.textContent).toBe('Hello Ada');
  });

  it('draws itself though its code came after it was drawn empty, and before it could ask for it', async () => {
    void Late.prepare();
    await act(async () => {
      render(<Late name="Ada" />, root);
      arrive();
      await Late.prepare();
    });
    // It asks by now, and is answered.
    await act(async () => Late.prepare());
    expect(root.textContent).toBe('Hello Ada');
  });

  it('draws itself at once where the code is there, which is asked for once', async () => {
    const coming = Late.prepare();
    arrive();
    await coming;
    await act(() => render(<Late name="Ada" />, root));
    expect(root.textContent).toBe('Hello Ada');
    expect(loads).toBe(1);
  });
});
