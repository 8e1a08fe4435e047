import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { assetPolicy, pagePolicy } from './security-headers.ts'

/** What stands in the built index.html where this answer's nonce belongs. */
export const noncePlaceholder = '__CSP_NONCE__'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
}

interface FoundFile {
  readonly bytes: Buffer<ArrayBuffer>
  readonly tag: string
}

/** Undefined when there is no such file. Read whole: the built page's files are small, and never a user's. */
const readWhole = async (path: string): Promise<FoundFile | undefined> => {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined
    throw error
  })
  if (!file) return undefined
  try {
    const facts = await file.stat()
    if (!facts.isFile()) return undefined
    const bytes = await file.readFile()
    return { bytes, tag: `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"` }
  } finally {
    await file.close()
  }
}

/** The path inside `root`, or undefined for one that would leave it or that no file system should be asked. */
export const pathInside = (root: string, urlPath: string): string | undefined => {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (/[\0\\:]/.test(decoded)) return undefined
  const path = normalize(join(root, decoded))
  return path.startsWith(normalize(root + sep)) || path === normalize(root) ? path : undefined
}

const notFound = () => new Response('Tidak ditemukan', { status: 404, headers: plainText })
const plainText = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

/**
 * Serves the built page: hashed files under `/assets` for ever, others checked each time, and index.html, with a
 * fresh nonce, for every path that looks like a screen (no file extension), because the page routes by itself.
 *
 * @param rendererDir  folder of the build; looked at on each request, so a rebuild needs no restart
 */
export const createRendererFiles = (rendererDir: string) => {
  const index = async (): Promise<Response> => {
    const found = await readWhole(join(rendererDir, 'index.html'))
    if (!found) return new Response('Tampilan aplikasi belum dibuat.', { status: 503, headers: plainText })
    const nonce = randomBytes(18).toString('base64url')
    const html = found.bytes.toString('utf8').replaceAll(noncePlaceholder, nonce)
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(nonce),
      },
    })
  }

  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    const { pathname } = new URL(request.url)
    const extension = extname(pathname).toLowerCase()
    if (extension === '' || pathname === '/index.html') return index()
    const path = pathInside(rendererDir, pathname)
    const found = path === undefined ? undefined : await readWhole(path)
    if (!found) return notFound()
    const headers = {
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': assetPolicy(pathname),
      etag: found.tag,
    }
    if (request.headers.get('if-none-match') === found.tag)
      return new Response(null, { status: 304, headers })
    return new Response(found.bytes, { headers })
  }
}
