import { chromium } from 'playwright'
import { createCanvas } from '@napi-rs/canvas'
import { existsSync, readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import pdfmake from 'pdfmake'
import QRCode from 'qrcode'
import { directRenderer } from '#adapters/paper/render-worker.ts'
import { permitPractice } from '#adapters/paper/testing/templates.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { permitSheet, type PermitSheetData } from '#domain/documents/permit-sheet.ts'
import { fillTemplate } from '#domain/documents/template.ts'
import { aPermit } from '#domain/documents/testing/samples.ts'
import { findBrowser } from '../lib/find-browser.ts'
import { inProject } from '../lib/paths.ts'
import { interleave, ratio, type BenchResult, type Contender } from './measure.ts'

const pointsPerMm = 72 / 25.4
const size: [number, number] = [215 * pointsPerMm, 330 * pointsPerMm]
/** Peers take the faces as they are installed and subset them while they write; making them small beforehand is ours. */
const installed = '/usr/share/fonts/truetype/liberation2'
const faceFile = (style: 'Regular' | 'Bold' | 'Italic'): string => {
  const full = `${installed}/LiberationSerif-${style}.ttf`
  const small = { Regular: 'serif.ttf', Bold: 'serif-bold.ttf', Italic: 'serif-italic.ttf' }[style]
  return existsSync(full) ? full : inProject('assets', 'fonts', small)
}
const font = (style: 'Regular' | 'Bold' | 'Italic'): Buffer => readFileSync(faceFile(style))

/** The page that every contender makes: the same words, photo, QR and two embedded faces. */
function page() {
  const canvas = createCanvas(472, 709)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#b5453f'
  pen.fillRect(0, 0, 472, 709)
  pen.fillStyle = '#e8c9b0'
  pen.fillRect(130, 180, 210, 260)
  const photo = new Uint8Array(canvas.toBuffer('image/jpeg'))
  const data: PermitSheetData = aPermit({ photo: { format: 'jpeg', bytes: photo } })
  const template = permitPractice
  const fill = (text: string): string => fillTemplate(text, data.facts)
  return {
    data,
    template,
    photo: Buffer.from(photo),
    title: fill(template.title),
    number: `NOMOR : ${data.number ?? ''}`,
    basis: template.basis.map(fill),
    rows: template.rows.flatMap((row) => ('label' in row ? [[row.label, fill(row.value)] as const] : [])),
    obligations: template.obligations.map(fill),
    signature: [
      ...data.signatory.titleLines,
      ' ',
      ' ',
      data.signatory.name,
      data.signatory.rank ?? '',
      `NIP ${data.signatory.nip ?? ''}`,
    ],
    qr: data.verification?.address ?? '',
  }
}
type Page = ReturnType<typeof page>

const ours = (what: Page): Contender => ({
  name: 'SEPOK Loket (pdf-lib, subset faces)',
  run: () => directRenderer.renderPdf(permitSheet(what.data, what.template, PAPERS.f4)),
})

const withPdfkit = (what: Page): Contender => {
  const serif = font('Regular')
  const bold = font('Bold')
  return {
    name: 'pdfkit',
    run: () =>
      new Promise<number>((resolve) => {
        const doc = new PDFDocument({ size, margins: { top: 28, bottom: 28, left: 85, right: 71 } })
        let bytes = 0
        doc.on('data', (chunk: Buffer) => (bytes += chunk.length))
        doc.on('end', () => resolve(bytes))
        doc.registerFont('serif', serif).registerFont('bold', bold)
        doc.font('bold').fontSize(14).text(what.title, { align: 'center' })
        doc.font('serif').fontSize(11).text(what.number, { align: 'center' })
        for (const text of what.basis) doc.text(text, { align: 'justify' })
        for (const [label, value] of what.rows) doc.text(`${label} : ${value}`)
        for (const text of what.obligations) doc.text(text, { align: 'justify' })
        doc.image(what.photo, 176, 640, { width: 113, height: 170 })
        drawQr(what.qr, 2, (x, y) => doc.rect(85 + x, 740 + y, 2, 2).fill())
        doc.text(what.signature.join('\n'), 323, 640)
        doc.end()
      }),
  }
}

function drawQr(text: string, module: number, dot: (x: number, y: number) => void): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) dot(column * module, row * module)
}

interface PdfMake {
  setLocalAccessPolicy(policy: () => boolean): void
  setUrlAccessPolicy(policy: () => boolean): void
  addFonts(fonts: object): void
  createPdf(definition: object): { getBuffer(): Promise<Buffer> }
}

const withPdfmake = (what: Page): Contender => {
  const maker = pdfmake as unknown as PdfMake
  const normal = faceFile('Regular')
  const bold = faceFile('Bold')
  maker.addFonts({ Serif: { normal, bold, italics: normal, bolditalics: bold } })
  maker.setLocalAccessPolicy(() => true)
  maker.setUrlAccessPolicy(() => false)
  const photo = `data:image/jpeg;base64,${what.photo.toString('base64')}`
  return {
    name: 'pdfmake',
    run: () =>
      maker
        .createPdf({
          pageSize: { width: size[0], height: size[1] },
          pageMargins: [85, 28, 71, 28],
          defaultStyle: { font: 'Serif', fontSize: 11 },
          content: [
            { text: what.title, bold: true, fontSize: 14, alignment: 'center' },
            { text: what.number, alignment: 'center' },
            { ol: what.basis },
            { table: { body: what.rows.map(([label, value]) => [label, ':', value]) }, layout: 'noBorders' },
            { ol: what.obligations },
            {
              columns: [
                { qr: what.qr, fit: 74 },
                { image: photo, width: 113, height: 170 },
                what.signature.join('\n'),
              ],
            },
          ],
        })
        .getBuffer(),
  }
}

const html = (what: Page): string => {
  const face = (name: 'Regular' | 'Bold', weight: number): string =>
    `@font-face{font-family:S;font-weight:${weight};src:url(data:font/ttf;base64,${font(name).toString('base64')})}`
  let dots = ''
  drawQr(what.qr, 1, (x, y) => (dots += `<rect x="${x}" y="${y}" width="1" height="1"/>`))
  const list = (items: readonly string[]): string =>
    `<ol>${items.map((one) => `<li>${one}</li>`).join('')}</ol>`
  const rows = what.rows
    .map(([label, value]) => `<tr><td>${label}</td><td>:</td><td>${value}</td></tr>`)
    .join('')
  return `<!doctype html><style>${face('Regular', 400)}${face('Bold', 700)}body{font:11pt S;margin:0}h1{font-size:14pt;text-align:center}</style>
<h1>${what.title}</h1><p>${what.number}</p>${list(what.basis)}<table>${rows}</table>${list(what.obligations)}
<svg width="98" height="98" viewBox="0 0 45 45">${dots}</svg><img width="151" height="227" src="data:image/jpeg;base64,${what.photo.toString('base64')}"><pre>${what.signature.join('\n')}</pre>`
}

/** One permit page, ours beside Chromium's print-to-PDF (warm), pdfkit and pdfmake, in turn in one run. */
export async function benchPermitPdf(rounds: number): Promise<BenchResult> {
  const what = page()
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium to measure beside')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const tab = await browser.newPage()
    const text = html(what)
    const printed: Contender = {
      name: 'Chromium print-to-PDF (warm)',
      run: async () => {
        await tab.setContent(text)
        return tab.pdf({ width: '215mm', height: '330mm', printBackground: true })
      },
    }
    const measured = await interleave([ours(what), printed, withPdfkit(what), withPdfmake(what)], rounds, 5)
    const [mine, chrome, kit, make] = measured
    return {
      bench: 'permit-pdf',
      measured,
      ratios: [
        ratio('ours / Chromium', mine, chrome, 0.4),
        ratio('ours / pdfkit', mine, kit, 1),
        ratio('ours / pdfmake', mine, make, 1),
      ],
    }
  } finally {
    await browser.close()
  }
}
