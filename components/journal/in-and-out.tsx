import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { BringIn } from './bring-in.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { TakeOut } from './take-out.tsx';

export interface InAndOutProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  /** How many records can't be read. */
  aside: number;
  change: number;
}

/** Files out of the journal, and into it. */
export function InAndOut({ ports, prefs, aside, change }: InAndOutProps) {
  return (
    <>
      <TakeOut ports={ports} prefs={prefs} aside={aside} />
      <BringIn ports={ports} change={change} />
    </>
  );
}
