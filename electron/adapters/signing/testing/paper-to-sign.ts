import { directRenderer } from '#adapters/paper/render-worker.ts'
import { instant } from '#domain/testing/builders.ts'

/** One page as the office makes it, with nothing on it but a sentence. */
export const paperToSign = (sentence = 'Memberikan izin kepada Raja Haji Mansyur.'): Promise<Uint8Array> =>
  directRenderer.renderPdf({
    title: 'SURAT IZIN Nomor 503/0001/SIPOP/2026',
    subject: 'Raja Haji Mansyur',
    author: 'DINAS PENANAMAN MODAL',
    createdAt: instant('2026-11-19T02:24:00.000Z'),
    paper: {
      widthMm: 210,
      heightMm: 330,
      footMm: 8,
      margins: { top: 12, topNext: 12, right: 20, bottom: 12, left: 20 },
    },
    face: 'serif',
    sizes: [{ sizePt: 11, leadingMm: 5 }],
    blocks: [{ kind: 'text', text: sentence }],
    marks: [],
    images: {},
  })
