import { formFrom } from '#services/holder-permits.ts'
import type { SampleCase } from './sample-case.ts'

/** Somebody has lost a permit of this office and asks for a second paper, which then goes the usual way. */
export const lostPermit: SampleCase = {
  name: 'lost-permit',
  daysAgo: 2,
  share: 0.4,
  async *play(desk) {
    const { office } = desk
    // Waiting for a turn. Meanwhile others come, so whom it is about is looked up afterwards.
    yield 5
    const all = desk.dossiers()
    const earlier = all.find(
      ({ applicant, data, product, handedOverAt, permitEnd, carried }) =>
        handedOverAt !== null &&
        // Of a permit of the old book too little is known for a form that asks nothing further.
        carried === undefined &&
        permitEnd === null &&
        product?.kind === 'permit' &&
        all.filter((one) => one.applicant.id === applicant.id).length === 1 &&
        office.types.some((one) => one.code === data.permitTypeCode && one.kinds.includes('replacement')),
    )
    if (!earlier) return
    const { id } = await desk.register(
      await desk.form({
        ...formFrom(office, earlier),
        permitTypeCode: earlier.data.permitTypeCode,
        kind: 'replacement',
        targetPermitId: earlier.product?.id ?? null,
        targetPermitOnPaper: false,
      }),
    )
    desk.letGo(id)
  },
}
