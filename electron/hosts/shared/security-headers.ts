/** Headers that every answer carries, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy':
    'camera=(self), clipboard-write=(self), fullscreen=(self), window-management=(self), clipboard-read=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
}

/**
 * Policy of a page: nothing from elsewhere, no inline script or style without this answer's nonce, no eval.
 * Pictures may be `blob:` and `data:` because a photo is shown before it is uploaded.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/**
 * Policy of static files. It only takes effect where a file becomes a context of its own: a worker.
 * pdf.js decodes JPEG 2000 and JBIG2 (what office scanners put into a PDF) by WebAssembly inside its worker, so that
 * one script may compile wasm; pages and other workers may not, and nothing may eval.
 */
export const assetPolicy = (path: string): string => {
  const wasm = /\/pdf\.worker[^/]*\.m?js$/.test(path) ? " 'wasm-unsafe-eval'" : ''
  return `default-src 'none'; script-src 'self'${wasm}; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'`
}

/** Policy of files that people uploaded: shown or saved, never run. */
export const uploadedFilePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The same answer with headers added; the ones it already has win. The body stays the very same stream. */
export const withHeaders = (response: Response, headers: Readonly<Record<string, string>>): Response => {
  const all = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) if (!all.has(name)) all.set(name, value)
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: all,
  })
}
