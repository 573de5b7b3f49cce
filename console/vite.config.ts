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
    // What every page needs is one file beside the entry: as fifty of them it is larger, and on a slow line each one waits.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'base', tags: ['$initial'], test: (id) => !/main\.tsx$|\.html$/.test(id) }] },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/customers/search', '/metrics', '/socket.io'].map((path) => [path, { target: SERVICE, ws: true }]),
    ),
  },
});
