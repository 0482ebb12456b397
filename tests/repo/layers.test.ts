import { readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

type Layer = 'pure' | 'useCase' | 'adapter' | 'component' | 'entrypoint';

/** Adapters and use-cases by name; whatever else stands in `utils` is pure. */
const ADAPTERS =
  /^utils\/(platform\/.*|messaging\/(send|receive)|directory\/(store|database|feed|digests|library|view-signal)|journal\/(cipher|database|deadline|kdf|kdf-worker|lock-signal|outside-count|passkey-ceremony|passkey-window)|settings\/(items|managed)|breaks\/(items|notifier|surroundings))\.ts$/;
const USE_CASES = /^utils\/(directory\/(refresh|keeper)|journal\/vault|breaks\/reminders)\.ts$/;
/** The layers' common ground: what every adapter stands on. */
const PLATFORM = /^utils\/platform\//;

function layerOf(file: string): Layer {
  if (file.startsWith('entrypoints/')) return 'entrypoint';
  if (file.startsWith('components/')) return 'component';
  if (ADAPTERS.test(file)) return 'adapter';
  return USE_CASES.test(file) ? 'useCase' : 'pure';
}

const MAY_IMPORT: Readonly<Record<Layer, readonly Layer[]>> = {
  pure: ['pure'],
  useCase: ['pure'],
  adapter: ['pure', 'adapter'],
  component: ['pure', 'component'],
  entrypoint: ['pure', 'useCase', 'adapter', 'component', 'entrypoint'],
};

/** What each layer may import from elsewhere. */
const PACKAGES: Readonly<Record<Layer, RegExp>> = {
  pure: /^(zod(\/mini)?|mdast(-util-from-markdown)?|fflate|papaparse|yaml)$/,
  useCase: /^$/,
  adapter: /^(hash-wasm|idb|zod|webextension-polyfill|wxt\/(browser|utils\/storage))$/,
  component: /^preact(\/hooks)?$/,
  entrypoint: /^(preact(\/hooks)?|wxt\/.*)$/,
};

/** The clock and chance come in as arguments. (The browser's own names are kept out by `tsconfig.pure.json`.) */
const OUT_OF_REACH_OF_PURE = /\b(Date\.now|new Date\(\)|Temporal\.Now|Math\.random|performance\.now)\b/;

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|(?:^|\s)import\s*\(?\s*['"]([^'"]+)['"]/gm;

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

interface ImportEdge {
  from: string;
  /** A path from the repository's top, or a package. */
  to: string;
  inside: boolean;
}

function importsOf(file: string): ImportEdge[] {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return [...code.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    const inside = specifier.startsWith('.');
    return { from: file, to: inside ? normalize(join(dirname(file), specifier)) : specifier, inside };
  });
}

const files = sourceFiles(['utils', 'components', 'entrypoints']);
const edges = files.flatMap(importsOf).filter(({ to }) => !/\.(css|json)$/.test(to));
const say = ({ from, to }: ImportEdge): string => `${from} imports ${to}`;

const pureProject: { include: string[]; exclude?: string[] } = JSON.parse(
  readFileSync('tsconfig.pure.json', 'utf8'),
);

describe('the table of layers', () => {
  it('type-checks every pure file and use-case without the DOM library', () => {
    const below = files.filter((file) => file.startsWith('utils/'));
    const checked = below.filter(
      (file) => !pureProject.exclude?.some((pattern) => matchesGlob(file, pattern)),
    );
    expect(pureProject.include).toContain('utils');
    expect(checked).toEqual(below.filter((file) => layerOf(file) !== 'adapter'));
  });

  it('sees the project’s files and their imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(edges.length).toBeGreaterThan(100);
  });

  it('lets a layer import only the layers below it', () => {
    const wrong = edges.filter(
      ({ from, to, inside }) => inside && !MAY_IMPORT[layerOf(from)].includes(layerOf(to)),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  it('keeps each subject’s adapters from each other', () => {
    const subject = (file: string): string => dirname(file);
    const wrong = edges.filter(
      ({ from, to, inside }) =>
        inside &&
        layerOf(from) === 'adapter' &&
        layerOf(to) === 'adapter' &&
        !PLATFORM.test(to) &&
        subject(from) !== subject(to),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  it('lets a layer import only the packages that belong to it', () => {
    const wrong = edges.filter(({ from, to, inside }) => !inside && !PACKAGES[layerOf(from)].test(to));
    expect(wrong.map(say)).toEqual([]);
  });

  it('lets only utils/platform import webextension-polyfill', () => {
    const wrong = edges.filter(({ from, to }) => to === 'webextension-polyfill' && !PLATFORM.test(from));
    expect(wrong.map(say)).toEqual([]);
  });

  it('keeps pure files and use-cases from the clock and from chance', () => {
    const wrong = files.filter(
      (file) =>
        (layerOf(file) === 'pure' || layerOf(file) === 'useCase') &&
        OUT_OF_REACH_OF_PURE.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(wrong).toEqual([]);
  });

  it('lets nobody import an entrypoint', () => {
    const wrong = edges.filter(
      ({ from, to }) => to.startsWith('entrypoints/') && !from.startsWith('entrypoints/'),
    );
    expect(wrong.map(say)).toEqual([]);
  });
});
