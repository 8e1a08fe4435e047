import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IntakeForm } from '#domain/intake-form.ts'
import { parseNik } from '#domain/nik.ts'
import type { EarlierPermitView } from '#contract/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { FormApi } from './form-api.ts'
import { paperQuestion } from './known-person.ts'
import { takenOver } from './take-over.ts'
import { choiceOf, kindChoice } from './use-offers.ts'
import type { Offers } from './use-offers.ts'

export interface EarlierPermits {
  /** The person's permits of this type, and one that was found by its number; the newest first. */
  readonly permits: readonly EarlierPermitView[]
  readonly chosen: EarlierPermitView | undefined
  readonly asking: boolean
  /** What the search by number says: found nothing, or no answer. */
  readonly sentence: string | undefined
  choose(permit: EarlierPermitView): void
  /** Looks a number up; nobody need be known for it. */
  find(number: string): void
}

/**
 * The permits that this application may renew, change, replace or revoke. Choosing one takes its data over where nothing
 * else was typed. A scanned permit is chosen wherever the focus is; on an empty form it brings its type and person too.
 */
export function useEarlierPermits(api: FormApi, offers: Offers): EarlierPermits {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { form } = api
  const nik = parseNik(form.nik)
  const wanted = offers.kind?.needsEarlierPermit === true && offers.elsewhere === null
  const paper = paperQuestion(form, offers.offer?.holder ?? 'person')
  const isNamed = nik.ok || paper !== null
  const question = {
    nik: nik.ok ? nik.value : '',
    citizenship: paper?.citizenship,
    identityKind: paper?.identityKind,
    identityNumber: paper?.identityNumber,
    companyNib: paper?.companyNib,
    companyNpwp: paper?.companyNpwp,
    permitTypeCode: form.permitTypeCode,
    kind: form.kind,
  }
  const answer = useQuery({
    ...trpc.intake.earlierPermits.queryOptions(question, { staleTime: 30_000 }),
    enabled: wanted && isNamed,
  })
  const [found, setFound] = useState<EarlierPermitView>()
  const [sentence, setSentence] = useState<string>()
  const [asking, setAsking] = useState(false)
  // What was taken over by itself: not the clerk's word, so another permit may replace it.
  const own = useRef<Partial<IntakeForm>>({})

  const listed = wanted && isNamed ? (answer.data ?? []) : []
  const permits =
    found === undefined || listed.some(({ permitId }) => permitId === found.permitId)
      ? listed
      : [found, ...listed]

  const choose = (permit: EarlierPermitView, also: Partial<IntakeForm> = {}) => {
    setSentence(undefined)
    api.change((latest) => {
      const taken = takenOver(permit.form, latest, own.current)
      own.current = { ...own.current, ...taken }
      return {
        ...also,
        ...taken,
        targetPermitId: permit.permitId,
        targetPermitNumber: permit.number,
        targetPermitOnPaper: false,
        targetPermitValidUntil: '',
      }
    })
    api.leave('targetPermitNumber')
  }
  const find = async (text: string) => {
    const number = text.trim()
    if (number === '') return
    setAsking(true)
    setSentence(undefined)
    try {
      const permit = await queries.fetchQuery(
        trpc.intake.earlierPermitByNumber.queryOptions({ number, kind: form.kind }, { staleTime: 0 }),
      )
      if (permit === null) return setSentence(words.permitUnknown(number))
      setFound(permit)
      if (permit.reason === null) choose(permit, typeOf(permit, form, offers))
      else setSentence(permit.reason)
    } catch {
      setSentence(words.permitSearchFailed)
    } finally {
      setAsking(false)
    }
  }
  useScan((text) => {
    if (!wanted) return false
    void find(text)
    return true
  })
  return {
    permits,
    chosen: permits.find(({ permitId }) => permitId === form.targetPermitId),
    asking: asking || (wanted && isNamed && answer.isLoading),
    sentence: sentence ?? (answer.isError ? words.permitSearchFailed : undefined),
    choose,
    find: (number) => void find(number),
  }
}

/** A permit found by its number brings its type, where the form has another or none. */
function typeOf(permit: EarlierPermitView, form: IntakeForm, offers: Offers): Partial<IntakeForm> {
  if (permit.permitTypeCode === form.permitTypeCode || offers.offer?.category === 'REV') return {}
  const offer = offers.all.find(({ code }) => code === permit.permitTypeCode)
  const kind = offer?.kinds.find((one) => one.kind === form.kind)
  if (offer === undefined || kind === undefined) return {}
  return { ...choiceOf(offer, form), ...kindChoice(kind), permitTypeCode: offer.code }
}
