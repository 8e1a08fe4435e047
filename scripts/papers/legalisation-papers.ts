import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { aReprint } from '#domain/documents/testing/samples.ts'
import { numberText } from '#domain/number-start.ts'
import { officeDate } from '#domain/office-date.ts'
import { getSeries } from '#domain/profile.ts'
import { aNumber, anId } from '#domain/testing/builders.ts'
import { legalisationContent, legalisationRegisterContent } from '#services/legalisation-content.ts'
import type { Office } from '#services/office.ts'
import { signerOn } from '#services/record-signature.ts'
import { now, today } from './product-papers.ts'

/** Stamps and register of an office that legalises; none of another. */
export function legalisationPapers(
  office: Office,
  state: ApplicationState,
  longest: ApplicationState,
): readonly (readonly [string, PrintContent])[] {
  const rule = office.profile.legalisation
  const signer = rule && signerOn(office.profile, rule.signers[0] ?? '', today)
  if (!rule || !signer) return []
  const series = getSeries(office.profile, rule.series)
  const productId = state.product?.id ?? ''
  const made = (n: number, copies: number) => ({
    id: anId(n, 'e'),
    number: aNumber(rule.series, n, { text: numberText({ series, typeCode: '' }, today, n) }),
    issuedOn: today,
    productId,
    copies,
    signer,
  })
  const reprint = {
    copy: 1,
    printedAt: '19-11-2026 10.24 WIB',
    by: 'Yunita Anggraheni',
    reason: aReprint.reason,
  }
  const onBehalf = {
    ...signer,
    capacity: 'on-behalf' as const,
    name: 'Dra. Hj. Raden Ayu MAHARANI KUSUMANINGRUM TJOKROATMODJO-SIMANDJUNTAK, M.Si.',
    ownPosition: 'SEKRETARIS,',
  }
  const filed = (one: ApplicationState, n: number, copies: number, why: string | null) => ({
    state: one,
    legalisation: {
      ...made(n, copies),
      at: now,
      by: 'Yunita Anggraheni',
      voided: why === null ? null : { at: now, by: 'Yunita Anggraheni', reason: why },
    },
  })
  const lines = Array.from({ length: 34 }, (_, i) =>
    filed(
      i % 3 === 0 ? longest : state,
      i + 1,
      (i % 4) + 1,
      i === 5 ? 'Fotokopinya bukan dari izin ini' : null,
    ),
  )
  const who = { user: { name: 'Yunita Anggraheni' } } as Parameters<typeof legalisationRegisterContent>[5]
  const span = { from: officeDate('2026-11-01'), until: today }
  return [
    ['legalisation biasa', legalisationContent(office, rule, state, made(7, 2), null, now)],
    [
      'legalisation terpanjang cetak ulang',
      legalisationContent(office, rule, longest, { ...made(8, 2), signer: onBehalf }, reprint, now),
    ],
    ['legalisation-register', legalisationRegisterContent(office, lines, [], [], span, who, now)],
    ['legalisation-register kosong', legalisationRegisterContent(office, [], [], [], span, who, now)],
  ]
}
