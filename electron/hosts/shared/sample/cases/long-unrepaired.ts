import { addWorkingDaysTo } from '#domain/working-days.ts'
import type { SampleCase } from './sample-case.ts'

/** Somebody was asked to mend two things and never came back: the office may close it, and waits. */
export const longUnrepaired: SampleCase = {
  name: 'long-unrepaired',
  daysAgo: 26,
  share: 0.2,
  async *play(desk) {
    const { office, services } = desk
    const { stageTable, repair, calendar } = office.profile
    const type = office.types.find((one) => one.kinds.includes('new'))
    const stage = stageTable.stages.find((one) =>
      one.actions.some((action) => action.kind === 'return-to-applicant'),
    )
    const action = stage?.actions.find((one) => one.kind === 'return-to-applicant')
    if (!type || !stage || !action || repair.closing > 22) return
    const { id } = await desk.register(await desk.form({ permitTypeCode: type.code }))
    yield 45
    const state = desk.state(id)
    if (!state.openStages.some((one) => one.stage === stage.code)) return
    const [first] = state.documents
    const returned = await services.moveDossier(
      {
        applicationId: id,
        stage: stage.code,
        action: action.code,
        note: null,
        asks: [],
        repair: {
          until: addWorkingDaysTo(calendar, desk.today(), 2),
          items: [
            ...(first ? [{ requirementCode: first.requirementCode, reason: 'Tulisan tidak terbaca' }] : []),
            { requirementCode: null, reason: 'Jadwal praktik belum diisi lengkap' },
          ],
        },
      },
      desk.as(stage.role),
    )
    if (!returned.ok) throw new Error(`the return is refused: ${returned.refusal.code}`)
  },
}
