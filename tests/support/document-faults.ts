import { DAY } from '../../utils/core/clock.ts';
import type { Fault } from './faults.ts';
import { createSigner, type Signer } from './signing.ts';

type Document = Readonly<Record<string, unknown>>;

const serialOf = (document: Document): number => (typeof document.serial === 'number' ? document.serial : 0);

/** An ally without a name, among those that are there. */
const withBadRecord = (document: Document): Document => ({
  ...document,
  serial: serialOf(document) + 1,
  allies: [{ id: 'nameless', topics: ['grief'] }, ...(Array.isArray(document.allies) ? document.allies : [])],
});

function changed(document: Document, fault: Fault | undefined): Document {
  const serial = serialOf(document);
  if (fault === 'olderSerial') return { ...document, serial: serial - 1 };
  if (fault === 'badRecord') return withBadRecord(document);
  if (fault === 'badSignature') return { ...document, serial: serial + 1 };
  if (fault !== 'expired') return document;
  const yesterday = new Date(Date.now() - DAY).toISOString();
  return { ...document, serial: serial + 1, expires: yesterday };
}

/**
 * What a server with this fault publishes in a document's place, signed if there is somebody to sign. Newer
 * serials make sure that it is the fault that is judged.
 */
export async function documentWithFault(
  document: Document,
  fault: Fault | undefined,
  signer: Signer | undefined,
): Promise<unknown> {
  const published = changed(document, fault);
  if (fault === 'badSignature') {
    // The right name over a stranger's signature.
    const stranger = await createSigner(signer?.publicKey.kid ?? 'stranger');
    return stranger.sign(published);
  }
  return signer === undefined ? published : signer.sign(published);
}
