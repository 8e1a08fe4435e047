import { sheetWay, type OfficePapers } from '#domain/office-papers.ts'
import type { JobRenderer, RenderedJob } from '#ports/printing.ts'

const repeated = (bytes: Uint8Array, times: number): Uint8Array => {
  const all = new Uint8Array(bytes.length * times)
  for (let turn = 0; turn < times; turn += 1) all.set(bytes, turn * bytes.length)
  return all
}

/**
 * A renderer whose jobs say from which tray and how often they come out, as the office has set it for their printer. A strip
 * printer knows no copies: its bytes stand several times in one job, each with its own cut.
 */
export const withSheetWays = (renderer: JobRenderer, present: () => OfficePapers): JobRenderer => ({
  render: async (job, printer) => {
    const rendered = await renderer.render(job, printer)
    if ('unsound' in rendered) return rendered
    const { tray, copies } = sheetWay(present(), printer.id, job.document, rendered.paper)
    if (rendered.paper === null)
      return copies === 1 ? rendered : { ...rendered, bytes: repeated(rendered.bytes, copies) }
    const way: RenderedJob = { ...rendered, copies }
    return tray === null ? way : { ...way, tray }
  },
})
