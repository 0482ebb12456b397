import { useEffect, useState } from 'preact/hooks';
import { readState } from '../../utils/breaks/engine.ts';
import type { BreakSettings, BreakState } from '../../utils/breaks/schema.ts';
import { type BreakStatus, statusOf } from '../../utils/breaks/status.ts';
import type { BreakPorts } from './break-ports.ts';

export interface Breaks {
  settings: BreakSettings;
  state: BreakState;
  status: BreakStatus;
}

/** How breaks stand at `now`; undefined until it was read. */
export function useBreaks(ports: BreakPorts, now: number): Breaks | undefined {
  const [read, setRead] = useState<{ settings: BreakSettings; state: unknown }>();
  useEffect(() => {
    const reread = (): void => void ports.read().then(setRead, () => undefined);
    reread();
    return ports.watch(reread);
  }, [ports]);
  if (read === undefined) return undefined;
  const { settings } = read;
  const zone = ports.personZone;
  const state = readState(read.state, now, zone);
  return { settings, state, status: statusOf(state, { settings, now, zone }) };
}
