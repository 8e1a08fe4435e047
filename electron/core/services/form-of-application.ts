import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { emptyIntakeForm, type IntakeForm, type IntakePaper } from '#domain/intake-form.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { formatPhone, type Phone } from '#domain/phone.ts'
import type { PracticeSession } from '#domain/schedule.ts'
import { formFrom, typedAnswer } from './holder-permits.ts'
import { getType, type Office } from './office.ts'

const dayOrEmpty = (day: OfficeDate | null | undefined): string => (day ? numericDate(day) : '')

const typedSessions = (schedule: readonly PracticeSession[]) =>
  schedule.map(({ days, from, until }) => ({
    days: [...days],
    from: clockTime(from),
    until: clockTime(until),
  }))

/**
 * An application as the form of *Terima Permohonan*, as if it were typed again: what a correction begins from. Files are
 * those in force, each with what was written down of it.
 */
export function formOfApplication(office: Office, state: ApplicationState): IntakeForm {
  const { data } = state
  const { earlierPermit, representative } = data
  const documents = currentDocuments(state)
  const { fields } = getType(office, data.permitTypeCode)
  return {
    ...emptyIntakeForm,
    ...formFrom(office, state),
    permitTypeCode: data.permitTypeCode,
    kind: data.kind,
    startedBy: data.startedBy ?? 'holder',
    reasonCode: data.reasonCode ?? '',
    effectiveOn: dayOrEmpty(data.effectiveOn),
    targetPermitId: data.targetPermitId,
    targetPermitNumber: data.targetPermitNumber ?? '',
    targetPermitOnPaper: earlierPermit?.applicationId === null,
    targetPermitValidUntil: data.targetPermitId === null ? dayOrEmpty(earlierPermit?.validUntil) : '',
    practisedMoreThanFiveYearsAgo: data.practisedMoreThanFiveYearsAgo,
    otherPermits: data.otherPermits.map((one) => ({
      number: one.number,
      place: one.place,
      city: one.city,
      validUntil: dayOrEmpty(one.validUntil),
      schedule: typedSessions(one.schedule ?? []),
    })),
    answers: Object.fromEntries(
      fields.flatMap(({ code }) => {
        const answer = typedAnswer(data.technical[code] ?? null)
        return answer === '' ? [] : [[code, answer]]
      }),
    ),
    representativeName: representative?.name ?? '',
    representativeNik: representative?.nik ?? '',
    representativePhone: representative
      ? formatPhone(representative.phone as Phone).replace(/[^\d+]/g, '')
      : '',
    representativeRelation: representative?.relation ?? '',
    documents: documents.map(({ requirementCode, sha256, fileName, mediaType, sizeBytes }) => ({
      requirementCode,
      sha256,
      fileName,
      mediaType,
      sizeBytes,
    })),
    papers: documents.flatMap(({ requirementCode, paper }): IntakePaper[] =>
      paper
        ? [
            {
              requirementCode,
              number: paper.number ?? '',
              date: dayOrEmpty(paper.date),
              issuer: paper.issuer ?? '',
              validUntil: dayOrEmpty(paper.validUntil),
              form: paper.form,
              count: String(paper.count),
            },
          ]
        : [],
    ),
  }
}
