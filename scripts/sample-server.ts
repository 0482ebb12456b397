import { sampleDirectory } from '../tests/fixtures/organization.ts';
import { answerWithFile, listen, servedFile, stop } from './serve.ts';

const PATH = '/northwind.json';

/** A host of the sample organization's directory. */
export interface SampleServer {
  url: string;
  close(): Promise<void>;
}

/** Serves the sample organization on loopback as a good static host would: compressed, with an ETag, for any origin. */
export async function serveSample(now: number): Promise<SampleServer> {
  const file = servedFile(JSON.stringify(sampleDirectory(now)), now);
  const { server, port } = await listen((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'ETag');
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== PATH) response.writeHead(404).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else answerWithFile(request, response, file);
  });
  return { url: `http://127.0.0.1:${port}${PATH}`, close: () => stop(server) };
}
