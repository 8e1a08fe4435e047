import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { numericDate } from '#domain/indonesian.ts'
import { compareNames } from '#domain/name-comparison.ts'
import { nikFacts, parseNik } from '#domain/nik.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { sayRegisterRefusal } from '#domain/wording/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import type { FormApi } from './form-api.ts'
import { blankIdentity, blankPerson, knownOf, paperQuestion } from './known-person.ts'
import type { PaperQuestion } from './known-person.ts'
import { takenOver } from './take-over.ts'

/** What the station and the digits themselves say of the one who asks. */
export interface Identity {
  readonly known: boolean
  /** The NIK has been looked up and nobody has it. */
  readonly asked: boolean
  readonly failed: boolean
  /** Earlier applications of this person. */
  readonly dossiers: number
  /** NIK or paper is known under a name that is not this one. */
  readonly another: boolean
  /** It is somebody else's, as far as names tell: what to say, and at which field. */
  readonly stranger: { readonly field: 'nik' | 'identityNumber'; readonly sentence: string } | null
  typeNik(digits: string): void
  /** The hand has left a field: whoever has no NIK is looked up by the paper that was typed there. */
  leave(field: IntakeField): void
}

/** An application that is corrected: a name that rests on nothing else is no other person's. */
export interface CorrectedDossier {
  readonly id: string
  /** The holder's name as it was taken in. */
  readonly name: string
}

const paperFields: readonly IntakeField[] = ['identityNumber', 'citizenship', 'companyNib', 'companyNpwp']

/**
 * Looks a NIK up as soon as its sixteenth digit is typed, a passport, KITAS, NIB or NPWP when its field is left, and fills
 * in what nobody has typed yet.
 */
export function useIdentity(
  api: FormApi,
  today: OfficeDate,
  holder: PaperQuestion['holder'],
  corrected?: CorrectedDossier,
): Identity {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const queries = useQueryClient()
  const nik = parseNik(api.form.nik)
  const byNik = trpc.intake.findByNik.queryOptions({ nik: nik.ok ? nik.value : '' }, { staleTime: 30_000 })
  const found = useQuery({ ...byNik, enabled: nik.ok })
  const question = paperQuestion(api.form, holder)
  const [settled, setSettled] = useState(() => JSON.stringify(question))
  const isSettled = question !== null && settled === JSON.stringify(question)
  const paper = useQuery(
    trpc.intake.findByPaper.queryOptions(isSettled ? question : skipToken, { staleTime: 30_000 }),
  )
  // What this screen filled in by itself: not the clerk's word, so another NIK may replace it.
  const own = useRef<Partial<IntakeForm>>({})
  const latest = useRef(api.form)
  useEffect(() => {
    latest.current = api.form
  })
  const ofPaper = isSettled ? paper.data?.applicant : undefined
  const answer = ofPaper === undefined ? (nik.ok ? found.data : undefined) : paper.data
  const applicant = answer?.applicant ?? null
  const name = api.form.name.trim()
  const isAnother =
    applicant !== null &&
    applicant.company === null &&
    name !== '' &&
    // The name of the dossier's day: the person may have changed it since.
    !(answer?.dossiers.some(({ id }) => id === corrected?.id) === true && name === corrected?.name) &&
    !answer?.dossiers.every(({ id }) => id === corrected?.id) &&
    compareNames(applicant.name, name) === 'different'

  const offer = (values: Partial<IntakeForm>) => {
    const taken = takenOver(values, latest.current, own.current)
    own.current = { ...own.current, ...taken }
    api.change(taken)
    return { ...latest.current, ...taken }
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
      .then((known) => {
        if (latest.current.nik !== digits) return
        offer(
          known === null ? { ...blankPerson, ...blankIdentity, ...told } : knownOf(known.applicant, today),
        )
      })
      // The screen says so by `failed`; taking in goes on.
      .catch(() => undefined)
  }
  const leave = (field: IntakeField) => {
    if (!paperFields.includes(field) || question === null || isSettled) return
    const key = JSON.stringify(question)
    setSettled(key)
    queries
      .fetchQuery(trpc.intake.findByPaper.queryOptions(question, { staleTime: 30_000 }))
      .then((known) => {
        if (JSON.stringify(paperQuestion(latest.current, holder)) !== key) return
        const filled = offer(known === null ? blankPerson : knownOf(known.applicant, today))
        // An NPWP that was filled in belongs to the question too, and is answered with it.
        const completed = paperQuestion(filled, holder)
        if (completed === null) return
        queries.setQueryData(trpc.intake.findByPaper.queryKey(completed), known)
        setSettled(JSON.stringify(completed))
      })
      .catch(() => undefined)
  }
  return {
    known: applicant !== null && (!isAnother || api.form.nameChanged),
    asked: nik.ok && found.data === null && applicant === null,
    failed: (nik.ok && found.isError) || (isSettled && paper.isError),
    dossiers: answer?.dossiers.length ?? 0,
    another: isAnother,
    stranger: isAnother && !api.form.nameChanged ? strangerAt(nik.ok, timeZone) : null,
    typeNik,
    leave,
  }
}

const strangerAt = (hasNik: boolean, zone: string): NonNullable<Identity['stranger']> =>
  hasNik
    ? { field: 'nik', sentence: sayRegisterRefusal({ code: 'nik-of-another', field: 'nik' }, zone) }
    : {
        field: 'identityNumber',
        sentence: sayRegisterRefusal({ code: 'identity-of-another', field: 'identityNumber' }, zone),
      }
