import { emptyIntakeForm, type IntakeForm } from '#domain/intake-form.ts'
import { minimumOf } from '#domain/stage-table.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

/** Taken in on what is told at the counter, before anything else is looked at. */
async function takeIn({ services, ids, as }: CaseDesk, whole: IntakeForm): Promise<string> {
  const { nik, name, nameOnPermit, phone, permitTypeCode } = whole
  const form = { ...emptyIntakeForm, nik, name, nameOnPermit, phone, permitTypeCode }
  const applicationId = ids.uuid()
  const order = { applicationId, draftId: null, form, printerId: null, minimum: true }
  const registered = await services.registerApplication(order, as('applicant'))
  if (!registered.ok) throw new Error(`minimum data are refused: ${registered.refusal.code}`)
  return applicationId
}

async function enter(
  { office, services, ids, as, state }: CaseDesk,
  id: string,
  change: Partial<IntakeForm>,
) {
  const before = state(id)
  const order = {
    applicationId: id,
    correctionId: ids.uuid(),
    seenCorrections: before.dataEntries?.length ?? 0,
    form: { ...formOfApplication(office, before), ...change },
    reason: '',
    consent: null,
    printerId: null,
  }
  const entered = await services.correctIntake(order, as('applicant'))
  if (!entered.ok) throw new Error(`data are refused: ${entered.refusal.code}`)
}

/**
 * Where the receipt comes first: one application whose data were entered behind it and went on, and one that still waits at
 * the stage that enters them.
 */
export const minimumData: SampleCase = {
  name: 'minimum-data',
  daysAgo: 0,
  share: 0.2,
  async *play(desk) {
    const { office } = desk
    const type = office.types.find(
      (one) => one.kinds.includes('new') && office.profile.offers.some(({ code }) => code === one.code),
    )
    if (minimumOf(office.profile.stageTable) === null || !type) return
    const whole = await desk.form({ permitTypeCode: type.code })
    const entered = await takeIn(desk, whole)
    const half = await desk.form({ permitTypeCode: type.code })
    const waiting = await takeIn(desk, half)
    await enter(desk, waiting, { birthPlace: half.birthPlace, addressKtp: half.addressKtp })
    yield 15
    await enter(desk, entered, whole)
    desk.letGo(entered)
  },
}
