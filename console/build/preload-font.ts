import type { Plugin } from 'vite';

/** The one font file is asked for along with the style sheet, not after it: text settles before it is read. */
export function preloadFont(): Plugin {
  return {
    name: 'pochi:preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head',
          }));
      },
    },
  };
}
