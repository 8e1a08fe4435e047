import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { unbundledPackages } from '../lib/packed-modules.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** The program behind the window, for installers: Electron's own Node is not asked to read TypeScript. */
export default defineConfig({
  root: repository,
  cacheDir: '.cache/vite-main',
  publicDir: false,
  ssr: { noExternal: true, external: [...unbundledPackages], target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: 'electron/hosts/electron/main.ts',
        'render-worker': 'electron/hosts/shared/render-worker.ts',
      },
      external: ['electron', 'pg-native'],
      // .mjs: what lies beside the archive has no package.json to say that it is a module.
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
