import { type Earshot, type LaunchOptions, launchEarshot } from '../../scripts/launch.ts';

/** Runs something with a browser of its own, which ends whatever comes of it. */
export async function withEarshot(
  options: LaunchOptions,
  run: (earshot: Earshot) => Promise<void>,
): Promise<void> {
  const earshot = await launchEarshot(options);
  try {
    await run(earshot);
  } finally {
    await earshot.close();
  }
}
