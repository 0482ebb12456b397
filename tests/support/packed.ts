import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { chromiumId, extensionIdOf } from '../../scripts/extension-id.ts';

/** All files of a folder, as one ZIP. */
async function zipOf(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll(sep, '/')] = await readFile(path);
  }
  return zipSync(files);
}

/** Puts a build for Firefox, packed, into a profile, where Firefox finds it at its start and keeps it. */
export async function putIntoProfile(build: string, profileDir: string): Promise<void> {
  const folder = join(profileDir, 'extensions');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${extensionIdOf(build)}.xpi`), await zipOf(build));
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A field of bytes, as protocol buffers have it. */
function field(number: number, value: Uint8Array): Buffer {
  const varint = (given: number): number[] =>
    given < 128 ? [given] : [(given % 128) + 128, ...varint(Math.floor(given / 128))];
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(value.length)]), value]);
}

/** A CRX3: a ZIP, signed, as stores hand it out (`crx_file/crx3.proto` of Chromium). */
function crxOf(zip: Uint8Array, keys: { publicKey: Buffer; privateKey: string }): Buffer {
  const id = createHash('sha256').update(keys.publicKey).digest().subarray(0, 16);
  const signedData = field(1, id);
  const signature = sign(
    'sha256',
    Buffer.concat([Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip]),
    keys.privateKey,
  );
  const proof = Buffer.concat([field(1, keys.publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

/** A build for Chromium, packed, at an address from which it can be installed. */
export interface PackedChromium {
  /** The build with a key of its own. */
  extensionDir: string;
  updateUrl: string;
  close(): Promise<void>;
}

/** Packs a build, signs it with a new key, and serves it on loopback, as an administrator of a company does. */
export async function servePacked(build: string): Promise<PackedChromium> {
  const extensionDir = await mkdtemp(join(tmpdir(), 'earshot-packed-'));
  await cp(build, extensionDir, { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const manifestPath = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  manifest.key = publicKey.toString('base64');
  await writeFile(manifestPath, JSON.stringify(manifest));
  const crx = crxOf(await zipOf(extensionDir), { publicKey, privateKey });

  const server = createServer(({ url }, response) => {
    const address = `http://127.0.0.1:${port}`;
    if (url?.startsWith('/earshot.crx')) {
      response.setHeader('content-type', 'application/x-chrome-extension').end(crx);
    } else {
      response
        .setHeader('content-type', 'text/xml')
        .end(
          `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${chromiumId(manifest.key)}"><updatecheck codebase="${address}/earshot.crx" version="${manifest.version}"/></app></gupdate>`,
        );
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    extensionDir,
    updateUrl: `http://127.0.0.1:${port}/update.xml`,
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(extensionDir, { recursive: true, force: true });
    },
  };
}
