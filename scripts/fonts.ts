// Makes the subset faces under assets/fonts from the Debian package fonts-liberation (version 2.x, OFL).
// Needed only when the character set or a face changes; the results are committed.
import { readFile, writeFile, access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const TARGET = fileURLToPath(new URL('../assets/fonts/', import.meta.url))
const SOURCES = ['/usr/share/fonts/truetype/liberation2', '/usr/share/fonts/truetype/liberation']

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

const ASCII = range(0x20, 0x7e)
const WIN_ANSI_REST = range(0xa0, 0xff) + '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const LATIN_EXTENDED = range(0x100, 0x17f) + 'ȘșȚțḌḍḤḥṢṣṬṭẒẓẠạẸẹỊịỌọỤụʼʾʿ'
const TYPOGRAPHIC = '‐‑‒―′″⁄−×÷≤≥≠≈∞√→←↑↓■□▪▫▲►▼◄◊○●☐№ℓ'
const TEXT = ASCII + WIN_ANSI_REST + LATIN_EXTENDED + TYPOGRAPHIC

const FACES: readonly { file: string; source: string; text: string }[] = [
  { file: 'serif.ttf', source: 'LiberationSerif-Regular.ttf', text: TEXT },
  { file: 'serif-bold.ttf', source: 'LiberationSerif-Bold.ttf', text: TEXT },
  { file: 'serif-italic.ttf', source: 'LiberationSerif-Italic.ttf', text: TEXT },
  { file: 'sans.ttf', source: 'LiberationSans-Regular.ttf', text: TEXT },
  { file: 'sans-bold.ttf', source: 'LiberationSans-Bold.ttf', text: TEXT },
  { file: 'sans-italic.ttf', source: 'LiberationSans-Italic.ttf', text: TEXT },
  { file: 'mono-bold.ttf', source: 'LiberationMono-Bold.ttf', text: ASCII },
]

async function findSource(): Promise<string> {
  const given = process.argv.indexOf('--from')
  const candidates = given >= 0 ? [process.argv[given + 1] ?? ''] : SOURCES
  for (const dir of candidates) {
    const found = await access(join(dir, 'LiberationSerif-Regular.ttf')).then(
      () => true,
      () => false,
    )
    if (found) return dir
  }
  throw new Error(
    `No Liberation fonts in ${candidates.join(' or ')}. Install the Debian package fonts-liberation.`,
  )
}

const dir = await findSource()
for (const face of FACES) {
  const source = await readFile(join(dir, face.source))
  const subset = await subsetFont(source, face.text, {
    targetFormat: 'truetype',
    keepFeatures: ['kern'],
    noLayoutClosure: true,
    noHinting: true,
    // The name table goes because a changed face may not carry the reserved name (OFL clause 3).
    dropTables: ['name', 'GDEF', 'FFTM', 'DSIG', 'gasp', 'GSUB'],
  })
  await writeFile(join(TARGET, face.file), subset)
  console.log(`${face.file} ${source.length} -> ${subset.length} bytes`)
}
