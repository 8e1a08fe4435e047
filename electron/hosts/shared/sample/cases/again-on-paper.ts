import type { ApplicationState } from '#domain/application-state.ts'
import { sheetAtStage } from '#domain/product-sheet.ts'
import { isSecondOriginal } from '#domain/second-original.ts'
import { copiesOfSheet } from '#services/printed-sheets.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const reasons = ['Tinta luntur kena air di meja.', 'Sudut lembar robek saat diambil.'] as const

/** The stage at which the next sheet of a dossier would be a second original; null: none of its own. */
function stageOfSecond({ office, jobsOf }: CaseDesk, state: ApplicationState): string | null {
  const { product } = state
  const table = office.profile.stageTable
  if (product?.kind !== 'permit' || product.signature !== null) return null
  const stage = table.stages.find(
    ({ code, prints }) => prints.includes('product') && state.openStages.some((one) => one.stage === code),
  )
  if (!stage) return null
  const sheet = sheetAtStage(table, stage.code, product)
  const ofProduct = jobsOf(state.id).filter((one) => one.subjectId === product.id)
  const printed = copiesOfSheet(ofProduct, sheet).some((one) => one.state === 'printed')
  return printed && isSecondOriginal(2, sheet) ? stage.role : null
}

/** Two sheets were spoiled this morning; nobody who could agree was there, so both are open. A copy went to the file. */
export const againOnPaper: SampleCase = {
  name: 'again-on-paper',
  daysAgo: 0,
  share: 0.3,
  async *play(desk) {
    const { services } = desk
    const done = new Set<string>()
    for (const reason of reasons) {
      const found = desk.take((state) => !done.has(state.id) && stageOfSecond(desk, state) !== null)
      const role = found && stageOfSecond(desk, found)
      if (!found || !role) break
      const order = { applicationId: found.id, printerId: null, reason, consentLater: true }
      const printed = await services.printProduct(order, desk.as(role))
      if (!printed.ok) throw new Error(`a second original is refused: ${printed.refusal.code}`)
      done.add(found.id)
      desk.letGo(found.id)
      yield 7
    }
    const signed = desk
      .dossiers()
      .find(
        ({ product, carried }) =>
          product?.kind === 'permit' && product.signature && product.number && !carried,
      )
    const role = desk.office.profile.roles.find(({ permissions }) => permissions.includes('print-desk'))
    if (!signed || !role) return
    const order = { applicationId: signed.id, printerId: null, purpose: 'arsip kantor' }
    const copied = await services.printCopy(order, desk.as(role.code))
    if (!copied.ok) throw new Error(`a copy is refused: ${copied.refusal.code}`)
  },
}
