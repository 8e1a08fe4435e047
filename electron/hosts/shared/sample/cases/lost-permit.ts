import { formFrom } from '#services/holder-permits.ts'
import type { SampleCase } from './sample-case.ts'

/** Somebody has lost a permit of this office and asks for a second paper, which then goes the usual way. */
export const lostPermit: SampleCase = {
  name: 'lost-permit',
  daysAgo: 2,
  share: 0.4,
  async *play(desk) {
    const { office } = desk
    const earlier = desk.dossiers().find(
      ({ data, product, handedOverAt, permitEnd }) =>
        handedOverAt !== null &&
        permitEnd === null &&
        product?.kind === 'permit' &&
        office.types.some((one) => one.code === data.permitTypeCode && one.kinds.includes('replacement')) &&
        // Nobody asks for one paper twice.
        !desk.dossiers().some((one) => one.data.targetPermitId === product.id),
    )
    if (!earlier) return
    // Looking for it at home first.
    yield 5
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
