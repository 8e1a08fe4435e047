import type { ApplicationState } from '#domain/application-state.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { answersErrata } from '#services/errata.ts'
import { rolesGranted } from '#services/office.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const stepsAtMost = 12

/** A permit that the holder has in hand and that nothing else is done with. */
const handedOver = ({ product, handedOverAt, permitEnd, carried, errata }: ApplicationState): boolean =>
  handedOverAt !== null &&
  product?.kind === 'permit' &&
  product.signature !== null &&
  permitEnd === null &&
  carried === undefined &&
  errata === undefined

const signerOf = ({ office, as }: CaseDesk) => {
  const role = office.profile.roles.find(({ code }) => answersErrata({ office }, as(code)))
  return role && as(role.code)
}

/** Two permits that the office itself got wrong: one was put right and waits to be fetched again, one waits for its signer. */
export const errata: SampleCase = {
  name: 'errata',
  daysAgo: 1,
  share: 0.2,
  async *play(desk) {
    const { services, ids, office } = desk
    const signer = signerOf(desk)
    const asker = rolesGranted(office.profile, 'intake')[0]
    if (!signer || asker === undefined) return
    const [wrong, waiting] = desk.dossiers().filter(handedOver).toReversed()
    if (!wrong || !waiting) return
    const ask = (applicationId: string, reason: string, statement: string) =>
      services.askErratum(
        { applicationId, erratumId: ids.uuid(), reason, sheetBack: statement === '', statement },
        desk.as(asker),
      )
    const asked = await ask(wrong.id, 'Nama tempat praktik tidak sesuai dengan rekomendasi.', '')
    if (!asked.ok) throw new Error(`an erratum is refused: ${asked.refusal.code}`)
    yield 20
    const order = { applicationId: wrong.id, erratumId: asked.value.errata?.at(-1)?.id ?? '', reason: '' }
    const approved = await services.answerErratum({ ...order, approves: true }, signer)
    if (!approved.ok) throw new Error(`an erratum is not approved: ${approved.refusal.code}`)
    yield 15
    const read = formOfApplication(office, desk.state(wrong.id))
    const mended = await services.correctIntake(
      {
        applicationId: wrong.id,
        correctionId: ids.uuid(),
        seenCorrections: (wrong.corrections?.length ?? 0) + (wrong.dataEntries?.length ?? 0),
        form: { ...read, facilityName: `${read.facilityName} Barat` },
        reason: 'Ralat nama tempat praktik.',
        consent: null,
        printerId: null,
      },
      desk.as('applicant'),
    )
    // What the law asks for has changed since: its data stay, and the paper is made anew all the same.
    if (!mended.ok && mended.refusal.code === 'erratum-keeps-type') throw new Error(mended.refusal.code)
    for (let step = 0; step < stepsAtMost && !isDone(desk.state(wrong.id)); step += 1) {
      await desk.step(wrong.id)
      yield 10
    }
    if (!handedOver(desk.state(waiting.id))) return
    await ask(
      waiting.id,
      'Nomor STR tertukar satu angka.',
      'Lembar lama tertinggal di tempat praktik, dikirim besok.',
    )
  },
}

const isDone = (state: ApplicationState): boolean =>
  isReadyForHandover(state) && state.product?.signature !== null && state.product?.activatedAt !== null
