import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Picture } from './studio.ts'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const figure = ({ caption, light, dark }: Picture): string =>
  `<figure><figcaption>${light.slice(0, 3)} ${escape(caption)}</figcaption>${[light, dark]
    .map((file) => `<a href="${file}"><img src="${file}" alt="${escape(caption)}" loading="lazy"></a>`)
    .join('')}</figure>`

/** One page with all pictures, light and dark side by side. @returns its path */
export function writeContactSheet(out: string, pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(({ series }) => series))]
  const parts = names.map(
    (name) =>
      `<h2 id="${name}">${escape(name)}</h2>${pictures
        .filter(({ series }) => series === name)
        .map(figure)
        .join('\n')}`,
  )
  const links = names.map((name) => `<a href="#${name}">${escape(name)}</a>`).join(' · ')
  const path = join(out, 'index.html')
  writeFileSync(
    path,
    `<!doctype html>
<html lang="id"><meta charset="utf-8"><title>SEPOK Loket, semua layar</title>
<style>
  body { margin: 16px; font: 14px/20px system-ui, sans-serif; background: #e1e6eb; color: #1a2129 }
  figure { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin: 0 0 24px }
  figcaption { grid-column: 1 / -1; font-weight: 600 }
  img { width: 100%; height: auto }
</style>
<h1>SEPOK Loket, ${pictures.length} keadaan</h1>
<p>${links}</p>
${parts.join('\n')}
</html>
`,
  )
  return path
}
