import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import type { SigningBatchView } from '#contract/signing-batch.ts'
import { saySigningBatchRefusal } from '#domain/wording/signing-batch.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { signBatchWords as words } from '../../locales/sign-batch.ts'
import type { SignerAccountForm } from './use-signer-account.ts'

export type BatchLetter = SigningBatchView['letters'][number]

interface BatchParts {
  letters: readonly DossierLineView[]
  stage: string
  /** Issuer of the certificate that the papers name; null: none is kept. */
  issuer: string | null
  /** Of the office's signing service; null: certificate files. */
  account: SignerAccountForm | null
  /** Whether it is known yet with what is signed. */
  known: boolean
}

/** Where a refusal is shown. */
type Told = { place: 'passphrase' | 'form'; sentence: string }

/** While it runs the batch is also asked for, so that a lost event leaves no picture standing. */
const askAgainMs = 2_000

/**
 * Ticks on letters that were opened, and one passphrase for them, which is emptied as it is sent. What becomes of each letter
 * is the server's to say: the window may be closed meanwhile.
 */
export function useSignBatch({ letters, stage, issuer, account, known }: BatchParts) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  /** Version of each paper as it was opened. */
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  /** How often each paper was made anew while it was read here. */
  const [rounds, setRounds] = useState<ReadonlyMap<string, number>>(new Map())
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [passphrase, setPassphrase] = useState('')
  const [told, tell] = useState<Told>()
  const [refusals, setRefusals] = useState(0)
  const setTold = (what: Told | undefined) => {
    tell(what)
    if (what !== undefined) setRefusals((before) => before + 1)
  }
  const [watched, setWatched] = useState<string>()
  const query = useQuery({
    ...trpc.signing.batch.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data && data.end === null ? askAgainMs : false),
  })
  const running = query.data && query.data.end === null ? query.data : undefined
  if (running && running.id !== watched) setWatched(running.id)
  const batch = query.data && query.data.id === watched ? query.data : undefined

  const starting = useMutation({
    mutationKey: trpc.signing.startBatch.mutationKey(),
    gcTime: 0,
    mutationFn: async (secret: string) =>
      client.signing.startBatch.mutate({
        id: crypto.randomUUID(),
        stage,
        letters: [...ticked].map((applicationId) => ({
          applicationId,
          seenSeq: opened.get(applicationId) ?? 0,
        })),
        seenIssuer: issuer,
        passphrase: secret,
        account: account?.typed() ?? null,
      }),
    onSuccess: async (answer) => {
      if (!answer.ok) return setTold({ place: 'form', sentence: saySigningBatchRefusal(answer.refusal) })
      setWatched(answer.value.id)
      await query.refetch()
    },
    onError: () => setTold({ place: 'form', sentence: words.failed }),
    onSettled: () => setPassphrase(''),
  })

  // What was signed is not ticked any more, and a wrong passphrase is said at its field; once for each end.
  const end = batch?.end ?? null
  useEffect(() => {
    if (batch === undefined || end === null) return
    const signed = new Set(
      batch.letters.flatMap((one) => (one.state === 'signed' ? [one.applicationId] : [])),
    )
    if (signed.size > 0) account?.keep()
    const again = new Set(batch.letters.flatMap((one) => (one.readAgain ? [one.applicationId] : [])))
    setTicked((before) => new Set([...before].filter((id) => !signed.has(id) && !again.has(id))))
    setOpened((before) => new Map([...before].filter(([id]) => !again.has(id))))
    setRounds(
      (before) => new Map([...before, ...[...again].map((id) => [id, (before.get(id) ?? 0) + 1] as const)]),
    )
    const refused = batch.letters.findLast((one) => one.sentence !== null)
    if (batch.refusalCode === null || !refused?.sentence) return
    const place = batch.refusalCode === 'passphrase-wrong' ? 'passphrase' : 'form'
    setTold({ place, sentence: refused.sentence })
    // Only an end says something new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [batch?.id, end])

  const letterOf = (id: string): BatchLetter | undefined =>
    batch?.letters.find((one) => one.applicationId === id)
  const isSigned = (id: string): boolean =>
    letterOf(id)?.state === 'signed' || letters.find((one) => one.id === id)?.signed === true
  const mayTick = (id: string): boolean => opened.has(id) && !isSigned(id) && running === undefined
  const busy = starting.isPending || running !== undefined
  return {
    batch,
    letterOf,
    mayTick,
    opened: (id: string) => opened.has(id),
    /** Another one is another paper. */
    roundOf: (id: string): number => rounds.get(id) ?? 0,
    ticked,
    toggle: (id: string) => {
      if (!mayTick(id)) return
      setTold(undefined)
      setTicked((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      })
    },
    /** The paper of this version is on the screen; a tick on an older one is taken away. */
    look: (id: string, seq: number) => {
      if (opened.get(id) === seq) return
      if (opened.has(id)) setTicked((before) => new Set([...before].filter((one) => one !== id)))
      setOpened((before) => new Map(before).set(id, seq))
    },
    passphrase,
    setPassphrase: (value: string) => {
      setPassphrase(value)
      if (value !== '') setTold(undefined)
    },
    toldAt: (place: Told['place']) => (told?.place === place ? told.sentence : undefined),
    /** How often something was refused, for the focus. */
    refusals,
    busy,
    running,
    sign: () => {
      if (busy || !known || ticked.size === 0) return
      setTold(undefined)
      if (account === null && issuer === null)
        return setTold({ place: 'form', sentence: words.noCertificate })
      if (account !== null && !account.complete()) return
      if (passphrase === '')
        return setTold({ place: 'passphrase', sentence: dossierWords.signing.passphraseNeeded })
      starting.mutate(passphrase)
    },
    stop: () => void client.signing.stopBatch.mutate(),
  }
}
