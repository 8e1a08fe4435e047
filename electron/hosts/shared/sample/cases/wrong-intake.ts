import { currentDocuments } from '#domain/application-state.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import { mayConsent } from '#services/consent.ts'
import { keepingOriginal } from './kept-form.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const overseerOf = ({ office, as }: CaseDesk) => {
  const role = office.profile.roles.find(({ code }) => mayConsent(office, as(code).user))
  return role && as(role.code)
}

/**
 * An intake that was wrong: the name is mended on the same day, one file was somebody else's and is erased, the diploma's
 * original stays at the office.
 */
export const wrongIntake: SampleCase = {
  name: 'wrong-intake',
  daysAgo: 1,
  share: 0.3,
  async *play(desk) {
    const { office, services, ids } = desk
    const type = office.types.find(
      (one) =>
        isPracticePermit(one) &&
        one.kinds.includes('new') &&
        office.profile.offers.some(({ code }) => code === one.code),
    )
    const overseer = overseerOf(desk)
    if (!type || !overseer) return
    const form = await desk.form({ permitTypeCode: type.code })
    const [first] = form.documents
    const { id } = await desk.register(first ? keepingOriginal(form, first.requirementCode) : form)
    yield 12
    const state = desk.state(id)
    if (state.acceptedAt !== null || state.product?.number) return desk.letGo(id)
    const read = formOfApplication(office, state)
    const mended = await services.correctIntake(
      {
        applicationId: id,
        correctionId: ids.uuid(),
        seenCorrections: 0,
        form: { ...read, facilityName: `${read.facilityName} Timur` },
        reason: 'Tempat praktik tertukar saat diketik.',
        consent: null,
        printerId: null,
      },
      desk.as('applicant'),
    )
    if (!mended.ok) throw new Error(`the correction is refused: ${mended.refusal.code}`)
    yield 20
    // A content of its own: what others rest on too would stay, and here nobody can be asked.
    const [replaced] = currentDocuments(desk.state(id)).filter(
      ({ mediaType }) => mediaType === 'application/pdf',
    )
    const foreign = await desk.files.page('KTP_OF_ANOTHER', `KTP milik orang lain ${id}`)
    if (!replaced) return
    const added = await services.addDocument(
      {
        applicationId: id,
        requirementCode: replaced.requirementCode,
        replaces: replaced.id,
        file: { sha256: foreign.sha256 ?? '', fileName: 'ktp-orang-lain.pdf' },
      },
      desk.as('applicant'),
    )
    if (!added.ok) return
    const wrong = added.value.documents.at(-1)
    yield 10
    const reason = 'KTP milik pemohon lain.'
    const order = { applicationId: id, documentId: wrong?.id ?? '', reason, consent: null }
    const removed = await services.removeFile(order, overseer)
    if (!removed.ok) throw new Error(`the removal is refused: ${removed.refusal.code}`)
  },
}
