import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code comes when it is first needed. */
export interface Later<Props> {
  (props: Props): preact.JSX.Element | null;
  /** Has the code come now, so that it is there by the time of the click. */
  prepare: () => Promise<void>;
}

/** Keeps a component's code off the way to a page's first paint. It draws nothing until the code is there. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;
  const prepare = (): Promise<void> => {
    coming ??= load().then((component) => {
      Loaded = component;
    });
    return coming;
  };
  function LaterComponent(props: Props) {
    const [drawn, setDrawn] = useState(Loaded !== undefined);
    useEffect(() => {
      // What was drawn empty is asked again, even if the code came between the drawing and now.
      if (!drawn) void prepare().then(() => setDrawn(true));
    }, [drawn]);
    return Loaded === undefined ? null : <Loaded {...props} />;
  }
  return Object.assign(LaterComponent, { prepare });
}
