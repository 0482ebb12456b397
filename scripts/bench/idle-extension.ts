import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Idle',
  version: '1',
  permissions: ['alarms'],
  background: { service_worker: 'worker.js' },
};

/** Writes an extension that has an alarm and does nothing with it: the least that a woken worker can cost. */
export function writeIdleExtension(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'worker.js'), 'chrome.alarms.onAlarm.addListener(() => undefined);\n');
}
