import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { preloadFont } from './build/preload-font.ts';

/** Where `vite dev` finds a running service. */
const SERVICE = process.env.POCHI_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    preloadFont(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      // The page registers the worker itself: its policy allows no inline script.
      injectRegister: null,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,webmanifest}'],
        rollupFormat: 'iife',
        minify: true,
        // The service gives the shell at `/` and at the addresses of screens, never under the name of its file.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => (entry.url === 'index.html' ? { ...entry, url: '/' } : entry)),
            warnings: [],
          }),
        ],
      },
    }),
  ],
  build: {
    target: 'es2022',
    // What the policy forbids: assets as data URLs in scripts, and the polyfill's inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
    manifest: true,
    // What every page needs is one file beside the entry, and what the first screen of the till needs is another one: as
    // fifty of them they are larger, and on a slow line each one waits for those before it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], test: (id) => !/main\.tsx$|\.html$/.test(id) },
            { name: 'first', test: /desk\/find\/FindCustomer\.tsx$/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/customers/search', '/metrics', '/socket.io'].map((path) => [path, { target: SERVICE, ws: true }]),
    ),
  },
});
