import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { IntakeForm } from '#domain/intake-form.ts'
import { numericDate } from '#domain/indonesian.ts'
import { compareNames } from '#domain/name-comparison.ts'
import { nikFacts, parseNik } from '#domain/nik.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { formatPhone } from '#domain/phone.ts'
import type { Phone } from '#domain/phone.ts'
import { sayRegisterRefusal } from '#domain/wording/intake.ts'
import type { ApplicantView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import type { FormApi } from './form-api.ts'

/** What the station and the digits themselves say of the NIK. */
export interface Identity {
  readonly known: boolean
  /** The NIK has been looked up and nobody has it. */
  readonly asked: boolean
  readonly failed: boolean
  /** Earlier applications of this person. */
  readonly dossiers: number
  /** The NIK is known under a name that is not this one. */
  readonly another: boolean
  /** The NIK is somebody else's, as far as names tell. */
  readonly sentence: string | undefined
  typeNik(digits: string): void
}

/** Looks a NIK up as soon as its sixteenth digit is typed, and fills in what nobody has typed yet. */
export function useIdentity(api: FormApi, today: OfficeDate): Identity {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const nik = parseNik(api.form.nik)
  const options = trpc.intake.findByNik.queryOptions({ nik: nik.ok ? nik.value : '' }, { staleTime: 30_000 })
  const found = useQuery({ ...options, enabled: nik.ok })
  // What this screen filled in by itself: not the clerk's word, so another NIK may replace it.
  const own = useRef<Partial<IntakeForm>>({})
  const latest = useRef(api.form)
  useEffect(() => {
    latest.current = api.form
  })
  const applicant = nik.ok ? (found.data?.applicant ?? null) : null
  const name = api.form.name.trim()
  const isAnother = applicant !== null && name !== '' && compareNames(applicant.name, name) === 'different'

  const offer = (values: Partial<IntakeForm>) => {
    const taken = takenFrom(values, latest.current, own.current)
    own.current = { ...own.current, ...taken }
    api.change(taken)
  }
  const typeNik = (digits: string) => {
    api.change({ nik: digits })
    const read = parseNik(digits)
    if (!read.ok) return
    api.leave('nik')
    const facts = nikFacts(read.value, today)
    const told = facts.ok ? { birthDate: numericDate(facts.value.birthDate), sex: facts.value.sex } : {}
    offer(told)
    queries
      .fetchQuery(trpc.intake.findByNik.queryOptions({ nik: read.value }, { staleTime: 30_000 }))
      .then((answer) => {
        if (latest.current.nik !== digits) return
        offer(answer === null ? { ...emptyPerson, ...told } : knownOf(answer.applicant))
      })
      // The screen says so by `failed`; taking in goes on.
      .catch(() => undefined)
  }
  return {
    known: applicant !== null && (!isAnother || api.form.nameChanged),
    asked: nik.ok && found.data === null,
    failed: nik.ok && found.isError,
    dossiers: found.data?.dossiers.length ?? 0,
    another: isAnother,
    sentence:
      isAnother && !api.form.nameChanged
        ? sayRegisterRefusal({ code: 'nik-of-another', field: 'nik' })
        : undefined,
    typeNik,
  }
}

/** Values for fields that are blank or still hold what this screen put there. */
export function takenFrom(
  values: Partial<IntakeForm>,
  form: IntakeForm,
  own: Partial<IntakeForm>,
): Partial<IntakeForm> {
  const keys = Object.keys(values) as (keyof IntakeForm)[]
  const free = keys.filter((key) => form[key] === '' || form[key] === own[key])
  return Object.fromEntries(free.map((key) => [key, values[key]]))
}

const emptyPerson = {
  name: '',
  nameOnPermit: '',
  birthPlace: '',
  birthDate: '',
  sex: '',
  addressKtp: '',
  rtRw: '',
  village: '',
  district: '',
  addressDomicile: '',
  phone: '',
  email: '',
} as const satisfies Partial<IntakeForm>

/** A person of the register, in the words of the form. */
const knownOf = (applicant: ApplicantView): Partial<IntakeForm> => ({
  name: applicant.name,
  nameOnPermit: applicant.nameOnPermit ?? '',
  birthPlace: applicant.birthPlace ?? '',
  birthDate: applicant.birthDate === null ? '' : numericDate(applicant.birthDate),
  sex: applicant.sex ?? '',
  addressKtp: applicant.addressKtp ?? '',
  rtRw: applicant.rtRw ?? '',
  village: applicant.village ?? '',
  district: applicant.district ?? '',
  addressDomicile: applicant.addressDomicile ?? '',
  phone: applicant.phone === null ? '' : formatPhone(applicant.phone as Phone).replace(/[^\d+]/g, ''),
  email: applicant.email ?? '',
})
