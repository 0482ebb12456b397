import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { PluginOption } from 'vite';
import { defineConfig } from 'wxt';
import { firstPath } from './scripts/first-path.ts';

/** The public half of the key that fixes the Chromium extension's id (dkb… stays the same for every build). */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2Ei+04iPPC4DkNN+rT5KgbR0XZ2OjtlKwveDJ9Gvj/FO8jPmP6YEg1WOw3cYmSbKZbUSWHARv8rtmCYq5fArU/5/d1G4uCagrmX4KUEP+y8tOqfnAlriOV4iUf8HZ0rjKvlnbCtJIowxo9qSTb47KWg05lt4T+vW+eQM/OiaJZMDWMX/AY6i0CJIwDR4kHIk++mRupka87KFR6cLtJafISFNldxdfnBLNlW8FEGw6WnadZK32MC09uYnohI23zhzDvYmLhdOUAWriz8I6PEsfsbU0ZuHE7DpV4FbbsslRpN4rbk6u5ykyFY0ObLdB1wanHNe3XLPRMyXuBAaDcP3HQIDAQAB';

/**
 * Pages may load nothing from elsewhere; only the worker's `fetch` needs the network,
 * and only for `https:` and loopback addresses.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // Argon2id comes as WebAssembly, and runs in a worker.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Code that comes later is imported, and no more. Vite would have it preceded by what it depends on, which
 * pays over a network; here all files are at hand, and the popup's first paint would wait for the preloader.
 */
const plainImports: PluginOption = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** What only the keepers of the helplines read stays out of the pages, the first of which is to come quickly. */
const helplinesInBrief: PluginOption = {
  name: 'helplines-in-brief',
  enforce: 'pre',
  transform: (json, id) =>
    id.endsWith('/public/helplines.json')
      ? JSON.stringify(JSON.parse(json), (key, value) =>
          key.startsWith('emergency') && key !== 'emergency' ? undefined : value,
        )
      : undefined,
};

/** The popup's first frame is the one with its list: an empty one before it would put that off. */
const firstFrameWithList: PluginOption = {
  name: 'first-frame-with-list',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path }) =>
      path.includes('popup')
        ? html.replace('<script type="module"', '<script blocking="render" type="module"')
        : html,
  },
};

export default defineConfig({
  imports: false,
  hooks: {
    'entrypoints:found'(wxt, found) {
      // The gallery is for looking at: `wxt build --mode gallery` has it, and no release.
      if (wxt.config.mode === 'gallery') return;
      const at = found.findIndex(({ name }) => name === 'gallery');
      if (at !== -1) found.splice(at, 1);
    },
  },
  manifestVersion: 3,
  vite: () => ({
    resolve: {
      alias: {
        // Its variant for pages has the browser read HTML; the plain one has a table.
        'decode-named-character-reference': fileURLToPath(
          new URL('./node_modules/decode-named-character-reference/index.js', import.meta.url),
        ),
      },
    },
    plugins: [preact(), plainImports, helplinesInBrief, firstFrameWithList],
    build: {
      // The oldest that the manifests allow. For older ones `:dir()` would be made of a list of languages.
      cssTarget: ['chrome144', 'firefox140'],
      // The page names its files for the browser to load at once; code that comes later names none.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: firstPath, debugName: 'first-path' }] } },
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'notifications',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+A', mac: 'Alt+Shift+A' },
      },
      'lock-journal': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLockJournal__',
      },
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+Q' } } }
        : {
            'open-panel': {
              suggested_key: { default: 'Alt+Shift+Q' },
              description: '__MSG_commandOpenPanel__',
            },
          }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'earshot@earshot.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: CHROMIUM_KEY,
          minimum_chrome_version: '144',
          storage: { managed_schema: 'managed_schema.json' },
        }),
  }),
});
