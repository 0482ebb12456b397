import type { SourceAddress } from './source.ts';

/**
 * Stands for the organization that comes with Earshot, shown on request while no directory is set. It is
 * no address of the network: the background reads it from the extension's own files.
 */
export const SAMPLE_SOURCE: SourceAddress = { url: 'earshot:sample', signIn: false };
