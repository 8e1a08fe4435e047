import { parseTypedDate } from '#domain/typed-date.ts'
import { statusOf } from '#domain/application-state.ts'
import { lookalikeMarks, lookalikes, type LookedFor } from '#domain/lookalike.ts'
import { maskNik, parseNik, type Nik } from '#domain/nik.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import { parsePhone } from '#domain/phone.ts'
import { parseStrNumber } from '#domain/str.ts'
import { kindLabel, statusLabel } from '#domain/wording/application.ts'
import { sayLikeness } from '#domain/wording/lookalike.ts'
import type { LookalikeQuestion, LookalikeView } from '#contract/lookalike.ts'
import { requestedForm } from '#services/intake-rules.ts'
import type { ApiContext } from './context.ts'
import { findHolder } from './known-applicant.ts'
import type { OpenOffice } from './trpc.ts'

// More than a clerk reads; one mark is seldom borne by so many.
const mostRead = 60
const mostShown = 4

/** Dossiers that may be the one on the form, with why, surest first; none for a form without a type. */
export async function lookalikesOfForm(
  { queries, open }: Pick<ApiContext, 'queries'> & { readonly open: OpenOffice },
  typed: LookalikeQuestion,
): Promise<LookalikeView[]> {
  const { office } = open
  const form = requestedForm(office, typed)
  const type = office.types.find((one) => one.code === form.permitTypeCode)
  if (!type || form.kind === 'revocation') return []
  const holder = await findHolder(queries, form, type.holder)
  const asked = lookedFor(form, type.holder, isPracticePermit(type), holder?.id ?? null)
  const states = [
    ...(holder ? await queries.listStatesByApplicant(holder.id) : []),
    ...(await queries.listLookalikes(lookalikeMarks(asked), mostRead)),
  ]
  const others = new Map(states.filter((one) => one.id !== typed.applicationId).map((one) => [one.id, one]))
  return lookalikes(asked, [...others.values()])
    .slice(0, mostShown)
    .map(({ state, reason }) => ({
      applicationId: state.id,
      registrationNumber: state.registrationNumber.text,
      name: state.applicant.name,
      nikMasked: state.applicant.nik === null ? null : maskNik(state.applicant.nik as Nik),
      request: `${state.data.permitTypeCode}, ${kindLabel(state.data.kind, state.data.practiceOrdinal)}`,
      place: state.data.facility?.name ?? null,
      status: statusLabel(statusOf(state)),
      why: sayLikeness(reason),
    }))
}

function lookedFor(
  form: LookalikeQuestion,
  holder: 'person' | 'company',
  practises: boolean,
  applicantId: string | null,
): LookedFor {
  const isPerson = holder === 'person'
  const nik = parseNik(form.nik)
  const born = parseTypedDate(form.birthDate)
  const phone = parsePhone(form.phone)
  const str = parseStrNumber(form.strNumber)
  const { facilityKind: kind, facilityName, facilityAddress } = form
  return {
    name: isPerson ? form.name : form.companyName,
    nik: isPerson && nik.ok ? nik.value : null,
    birthDate: isPerson && born.ok ? born.value : null,
    phone: phone.ok ? phone.value : null,
    strNumber: isPerson && str.ok ? str.value : null,
    permitTypeCode: form.permitTypeCode,
    kind: form.kind,
    facility:
      practises && facilityName.trim() !== '' ? { kind, name: facilityName, address: facilityAddress } : null,
    applicantId,
  }
}
