import type { Applicant } from '#domain/application.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { EarlierPermitEffect } from '#domain/kind-rule.ts'
import type { PermitType, Starter } from '#domain/permit-type.ts'
import { printSchedule } from '#domain/schedule.ts'
import type { ApplicantView } from '#contract/dossier.ts'
import type { RequestView } from '#contract/request.ts'
import { getType, type Office } from '#services/office.ts'
import { answerWords } from '#services/paper-words.ts'

const starters: Readonly<Record<Starter, string>> = {
  holder: 'Pemegang izin',
  facility: 'Fasilitas',
  office: 'Kantor ini',
}

const effects: Readonly<Record<EarlierPermitEffect, string | null>> = {
  none: null,
  renewed: 'diperpanjang saat izin baru terbit',
  replaced: 'diganti saat izin baru terbit',
  revoked: 'dicabut saat keputusannya terbit',
}

/** The person with everything that a person may lack. */
export const applicantView = (applicant: Applicant): ApplicantView => ({
  ...applicant,
  company: applicant.company ?? null,
  formerNames: applicant.formerNames ?? [],
})

/** What an application asks beyond place and person, in words. */
export function requestView(office: Office, { data }: Pick<ApplicationState, 'data'>): RequestView {
  const type = getType(office, data.permitTypeCode)
  const { earlierPermit, targetPermitNumber } = data
  return {
    domicileDiffers: data.domicileDiffers ?? false,
    earlierPermit: earlierPermit
      ? {
          number: targetPermitNumber ?? '–',
          applicationId: earlierPermit.applicationId,
          validUntil: earlierPermit.validUntil,
          effect: effects[earlierPermit.effect],
        }
      : null,
    revocation:
      data.kind === 'revocation'
        ? {
            startedBy: starters[data.startedBy ?? 'holder'],
            reason: reasonOf(type, data.reasonCode ?? null),
            effectiveOn: data.effectiveOn ?? null,
          }
        : null,
    answers: type.fields
      .map((field) => ({ label: field.label, value: answerWords(field, data.technical[field.code]) }))
      .filter(({ value }) => value !== ''),
    otherPermits: data.otherPermits.map((one) => ({
      number: one.number,
      place: one.place,
      city: one.city,
      validUntil: one.validUntil,
      scheduleText: printSchedule(one.schedule ?? [], office.profile.timeZoneLabel),
    })),
  }
}

const reasonOf = (type: PermitType, code: string | null): string =>
  type.kindRules.revocation.reasons.find((one) => one.code === code)?.label ?? code ?? '–'
