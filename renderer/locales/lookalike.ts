import type { LookalikeView } from '#contract/lookalike.ts'

/** Words of the warning that an application may be in the register already. */
export const lookalikeWords = {
  title: 'Mungkin sudah ada di register.',
  note: 'Cocokkan dengan KTP. Orang yang sama: perbaiki NIK atau buka berkasnya. Orang lain: lanjutkan.',
  line: ({ name, nikMasked, request, place, status }: LookalikeView) =>
    [`${name}${nikMasked === null ? '' : ` (NIK ${nikMasked})`}`, request, place, status]
      .filter((one) => one !== null)
      .join(', '),
}
