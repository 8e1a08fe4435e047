/**
 * Every paper of every office as PDF and PNG, with invented data: as usual and as long as it can get, in each state that a sheet
 * can be in; thermal ones through the decoder of the very bytes. To be looked at beside the office's own letters.
 *   --out DIR        where they go
 *   --profile CODE   one office instead of all; may be repeated
 *   --only WORD      papers whose name has it; may be repeated
 *   --dpi N          of the pictures (60)
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeStrip } from '#adapters/paper/escpos.ts'
import { renderPdf } from '#adapters/paper/render-pdf.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { layOutSheet, layOutStrip } from '#domain/documents/lay-out.ts'
import { listProfiles, readOfficeFiles } from '#hosts/shared/office-files.ts'
import type { Office } from '#services/office.ts'
import { counterPapers } from './papers/counter-papers.ts'
import { drawStrip } from './papers/draw-strip.ts'
import { productPapers, type ShownPaper } from './papers/product-papers.ts'
import { ensureSystemPackages } from './lib/system-packages.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    profile: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
    dpi: { type: 'string', default: '60' },
  },
})
const { out, dpi } = values
if (out === undefined) {
  console.error('npm run papers -- --out DIR [--profile CODE]… [--only WORD]… [--dpi N]')
  process.exit(2)
}

await ensureSystemPackages('pdfTools')
const only = values.only ?? []
const offices = listProfiles(assetsDir).flatMap(({ code }): Office[] => {
  if (values.profile && !values.profile.includes(code)) return []
  const files = readOfficeFiles(assetsDir, code)
  if (!files.ok) throw new Error(`the profile ${code} cannot be read`)
  return [files.value.office]
})

const cells: string[] = []
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function show(folder: string, index: number, { name, content, photo }: ShownPaper): Promise<void> {
  const stem = `${String(index + 1).padStart(2, '0')} ${name}`.replaceAll(/[ ,()/]+/g, '-')
  const pdf = await renderPdf(layOutSheet(content, photo))
  const file = join(folder, `${stem}.pdf`)
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-png', '-r', dpi, file, join(folder, stem)])
  cells.push(`<li>${escape(`${folder.split('/').at(-1) ?? ''}: ${name}`)}</li>`)
  for (const columns of [48, 32] as const) {
    const strip = layOutStrip(content, columns)
    if (!strip) continue
    const widthMm = columns === 48 ? 80 : 58
    const bytes = encodeStrip(strip, { columns, widthMm, codePage: 'PC437_USA', qr: 'native', cutter: true })
    writeFileSync(join(folder, `${stem}-${widthMm}mm.png`), drawStrip(bytes, columns))
  }
}

for (const office of offices) {
  const folder = join(out, office.profile.code)
  mkdirSync(folder, { recursive: true })
  const papers = [...productPapers(office), ...counterPapers(office)].filter(
    ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
  )
  for (const [index, paper] of papers.entries()) await show(folder, index, paper)
  console.log(`${office.profile.code}: ${papers.length} papers`)
}
writeFileSync(join(out, 'papers.html'), `<!doctype html><meta charset="utf-8"><ol>${cells.join('\n')}</ol>\n`)
console.log(out)
