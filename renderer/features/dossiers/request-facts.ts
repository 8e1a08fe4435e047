import type { DossierView } from '#contract/dossier.ts'
import type { RequestView } from '#contract/request.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { countryName } from '../../lib/countries.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { identityKindNames } from '#domain/wording/identity.ts'
import { paperFormNames } from '../../locales/person.ts'
import { figure } from '../../lib/format.ts'
import type { Fact } from './match-facts.ts'
import type { PaperDocument } from './papers.ts'

const { fields } = dossierWords

const untilWords = (day: OfficeDate | null): string => (day === null ? dossierWords.lifetime : longDate(day))

/** Names that the person bore before; the present one stands above. */
export const formerNames = ({ applicant }: DossierView): readonly Fact[] =>
  applicant.formerNames.map((one) => ({
    name: fields.formerName,
    value: one.nameOnPermit ?? one.name,
    note: dossierWords.knownUntil(longDate(one.until)),
  }))

/** The document that says who it is where it is not a plain KTP, the country, and the business. */
export function identityFacts({ applicant }: DossierView): readonly Fact[] {
  const { identity, citizenship, company } = applicant
  const plain = identity.kind === 'ktp' && citizenship === 'ID'
  return [
    ...(plain ? [] : [{ name: fields.citizenship, value: countryName(citizenship) }]),
    ...(plain
      ? []
      : [
          {
            name: identityKindNames[identity.kind],
            value: identity.number ?? '–',
            ...(identity.validUntil === null
              ? {}
              : { note: dossierWords.until(longDate(identity.validUntil)) }),
          },
        ]),
    ...(company !== null
      ? [
          { name: fields.company, value: company.name },
          ...(company.nib === null ? [] : [{ name: fields.nib, value: company.nib }]),
          ...(company.npwp === null ? [] : [{ name: fields.npwp, value: company.npwp }]),
        ]
      : []),
  ]
}

/** The earlier permit, why it is revoked, and the answers to the type's own questions. */
export function requestFacts({ request }: DossierView): readonly Fact[] {
  const { earlierPermit, revocation, answers } = request
  return [
    ...(earlierPermit === null
      ? []
      : [
          {
            name: fields.earlierPermit,
            value: earlierPermit.number,
            note: [dossierWords.until(untilWords(earlierPermit.validUntil)), earlierPermit.effect]
              .filter((part) => part !== null)
              .join('; '),
          },
        ]),
    ...(revocation === null
      ? []
      : [
          {
            name: fields.reason,
            value: revocation.reason,
            note: dossierWords.startedBy(revocation.startedBy),
          },
          ...(revocation.effectiveOn === null
            ? []
            : [{ name: fields.effectiveOn, value: longDate(revocation.effectiveOn) }]),
        ]),
    ...answers.map(({ label, value }) => ({ name: label, value })),
  ]
}

/** A permit that the applicant holds at another place, as told. */
export function otherPermitFact(permit: RequestView['otherPermits'][number]): Fact {
  const { number, place, city, validUntil, scheduleText } = permit
  return {
    name: number,
    value: `${place}, ${city}`,
    note: [
      ...(validUntil === null ? [] : [dossierWords.until(longDate(validUntil))]),
      ...(scheduleText === '' ? [] : [scheduleText]),
    ].join('; '),
  }
}

/** What the clerk read off this paper at the counter. */
export function paperFacts({ paper }: PaperDocument): readonly Fact[] {
  if (paper === null) return []
  const told = [
    [fields.paperNumber, paper.number],
    [fields.paperDate, paper.date && longDate(paper.date)],
    [fields.paperIssuer, paper.issuer],
    [fields.paperUntil, paper.validUntil && longDate(paper.validUntil)],
  ] as const
  const brought = {
    name: fields.paperForm,
    value: `${paperFormNames[paper.form]}, ${figure(paper.count)} lembar`,
  }
  return [...told.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])), brought]
}
