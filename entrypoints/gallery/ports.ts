import type { ReachPorts } from '../../components/directory/reach-ports.ts';
import { createGathering } from '../../utils/directory/whole.ts';
import { ADDRESS, type Built, ZONE } from './directory.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

/** The popup's world, standing still at `now`; whatever is asked for is answered from `built`. */
export function stillPorts(built: Built | undefined, now: number): ReachPorts {
  return {
    clock: { now: () => now },
    personZone: ZONE,
    readView: () => Promise.resolve(built?.view),
    watchView: () => nothing,
    rebuildView: done,
    readPhotos: () => Promise.resolve(new Map()),
    readWhole() {
      const gathering = createGathering((tag) => tag);
      gathering.addHeads(built?.heads ?? []);
      gathering.addBlock({
        source: 0,
        url: ADDRESS,
        key: 'block',
        text: JSON.stringify([...(built?.allies.values() ?? [])]),
      });
      return Promise.resolve(gathering.finish());
    },
    readAlly: (row) => Promise.resolve(built?.allies.get(row.key)),
    setCountry: done,
    setSample: done,
    openPanel: nothing,
    openSettings: nothing,
    leave: nothing,
    copy: done,
  };
}
