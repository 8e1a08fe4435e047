import { asksOldPermit, type OldPermitAnswer } from '#domain/handover.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { originalsToReturn } from '#domain/kept-originals.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import { formFrom } from '#services/holder-permits.ts'
import { rolesGranted } from '#services/office.ts'
import { keepingOriginal } from './kept-form.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

/** More acts than any office's procedure has. */
const mostSteps = 40

/** All that the office does with it until it waits at the counter. */
async function* untilReady(desk: CaseDesk, id: string): AsyncGenerator<number, void, void> {
  for (let steps = 0; steps < mostSteps && !isReadyForHandover(desk.state(id)); steps += 1) {
    await desk.step(id)
    yield 15
  }
}

async function handOver(desk: CaseDesk, id: string, reason: string): Promise<void> {
  const [role] = rolesGranted(desk.office.profile, 'handover')
  const state = desk.state(id)
  if (role === undefined || !isReadyForHandover(state)) return
  const notYet: OldPermitAnswer = { outcome: 'not-yet', reason }
  const handed = await desk.services.handOver(
    {
      applicationId: id,
      receivedBy: state.applicant.nameOnPermit ?? state.applicant.name,
      relation: 'self',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: false },
      oldPermit: asksOldPermit(state) ? notYet : null,
      originals: originalsToReturn(state).map((one) => ({ id: one.id, outcome: 'left', reason })),
      printerId: null,
    },
    desk.as(role),
  )
  if (!handed.ok) throw new Error(`the handover is refused: ${handed.refusal.code}`)
}

/**
 * What a handover leaves behind: one paper waits with its original, another went out while its original stayed, and a third
 * took the place of an earlier paper that is still to come.
 */
export const openEnds: SampleCase = {
  name: 'open-ends',
  daysAgo: 9,
  share: 0.2,
  async *play(desk) {
    const { office } = desk
    const type = office.types.find(
      (one) =>
        isPracticePermit(one) &&
        one.kinds.includes('new') &&
        office.profile.offers.some(({ code }) => code === one.code),
    )
    if (!type) return
    for (const reason of [null, 'Dipinjam Dinas Kesehatan untuk dicocokkan']) {
      const form = await desk.form({ permitTypeCode: type.code })
      const kept = form.documents.find((one) => one.mediaType === 'application/pdf')
      const { id } = await desk.register(kept ? keepingOriginal(form, kept.requirementCode, '2') : form)
      yield 10
      yield* untilReady(desk, id)
      if (reason !== null) await handOver(desk, id, reason)
    }
    const all = desk.dossiers()
    const earlier = all.find(
      ({ applicant, data, product, handedOverAt, permitEnd, carried }) =>
        handedOverAt !== null &&
        permitEnd === null &&
        // What was carried over from an old book does not say all that a renewal asks for.
        carried === undefined &&
        product?.kind === 'permit' &&
        all.filter((one) => one.applicant.id === applicant.id).length === 1 &&
        office.types.some((one) => one.code === data.permitTypeCode && one.kinds.includes('renewal')),
    )
    if (!earlier) return
    const { id } = await desk.register(
      await desk.form({
        ...formFrom(office, earlier),
        permitTypeCode: earlier.data.permitTypeCode,
        kind: 'renewal',
        targetPermitId: earlier.product?.id ?? null,
        targetPermitOnPaper: false,
      }),
    )
    yield 10
    yield* untilReady(desk, id)
    await handOver(desk, id, 'Masih terpasang di tempat praktik')
  },
}
