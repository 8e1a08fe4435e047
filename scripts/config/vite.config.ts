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

const mantineClass = /\bm[_-][0-9a-f]{6,8}\b/g

/** The page carries only the sheets of the Mantine parts it uses; a part without its sheet would be drawn bare. */
function mantineSheets(): Plugin {
  const styled = new Set(
    ['charts', 'core', 'dates', 'notifications'].flatMap(
      (name) =>
        readFileSync(join(repository, `node_modules/@mantine/${name}/styles.layer.css`), 'utf8').match(
          mantineClass,
        ) ?? [],
    ),
  )
  return {
    name: 'mantine-sheets',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
      const classesIn = (texts: readonly string[]) => texts.flatMap((text) => text.match(mantineClass) ?? [])
      const used = classesIn(files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])))
      const drawn = new Set(
        classesIn(
          files.flatMap((file) =>
            file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
          ),
        ),
      )
      const bare = [...new Set(used)].filter((name) => styled.has(name) && !drawn.has(name))
      if (bare.length > 0)
        this.error(
          `Mantine parts without their sheet (${bare.join(', ')}): add it to renderer/ui/mantine-styles.ts`,
        )
    },
  }
}

export default defineConfig({
  root: join(repository, 'renderer'),
  base: '/',
  cacheDir: join(repository, '.cache/vite'),
  publicDir: false,
  plugins: [react(), pdfJsFiles(), mantineSheets()],
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
