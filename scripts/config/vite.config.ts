import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import postcssPresetMantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** What pdf.js fetches while it draws: served by us, so that a station without internet shows every sheet. */
const pdfJsFolders = ['wasm', 'cmaps', 'standard_fonts', 'iccs']

const mediaTypes: Record<string, string> = { wasm: 'application/wasm', js: 'text/javascript' }

function pdfJsFiles(): Plugin {
  const source = join(repository, 'node_modules/pdfjs-dist')
  // quickjs runs scripts inside a PDF form; nothing here may do that, so it is not shipped.
  const wanted = (name: string) => !name.startsWith('LICENSE') && !name.startsWith('quickjs')
  return {
    name: 'pdfjs-files',
    configureServer(server) {
      server.middlewares.use('/pdfjs/', (request, response, next) => {
        const [folder = '', name = ''] =
          (request.url ?? '').replace(/^\//, '').split('?')[0]?.split('/') ?? []
        if (!pdfJsFolders.includes(folder) || !readdirSync(join(source, folder)).includes(name)) return next()
        response.setHeader(
          'content-type',
          mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        )
        response.end(readFileSync(join(source, folder, name)))
      })
    },
    generateBundle() {
      for (const folder of pdfJsFolders)
        for (const name of readdirSync(join(source, folder)).filter(wanted))
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(join(source, folder, name)),
          })
    },
  }
}

export default defineConfig({
  root: join(repository, 'renderer'),
  base: '/',
  cacheDir: join(repository, '.cache/vite'),
  publicDir: false,
  plugins: [react(), pdfJsFiles()],
  // The host puts a fresh value in place of this word in every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  build: {
    outDir: join(repository, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // data: addresses would need a wider policy; a file of its own does not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
  },
})
