import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { mustReadAgain } from '#domain/signing-batch.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { SignerAccountForm } from './use-signer-account.ts'
import { signingServiceWords as serviceWords } from '../../locales/signing-service.ts'
import { paperToSign } from './sign-parts.tsx'
import { useRefusalWords } from './use-dossier.ts'

const words = dossierWords.signing

interface SigningParts {
  view: DossierView
  stage: string
  /** Issuer of the certificate that the paper names; null: none is kept. */
  issuer: string | null
  /** Of the office's signing service; null: certificate files. */
  account: SignerAccountForm | null
  /** Whether it is known yet with what is signed. */
  known: boolean
  onDone: (view: DossierView) => void
}

/** Where a refusal is shown: at the field that it is about. */
type Place = 'passphrase' | 'totp' | 'file' | 'form'

const placeOf = (code: string): Place =>
  code === 'passphrase-wrong'
    ? 'passphrase'
    : code === 'totp-needed' || code === 'totp-wrong'
      ? 'totp'
      : code.startsWith('certificate-')
        ? 'file'
        : 'form'

/**
 * Keeps a new certificate first when one was chosen, signs, and then takes the dossier on: one press for the head. Only when
 * the new certificate has another issuer the paper, which names it, is shown once more before it is signed.
 * The passphrase is emptied after every try, and the tries are forgotten at once.
 */
export function useSigning({ view, stage, issuer, account, known, onDone }: SigningParts) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const say = useRefusalWords(view)
  const [passphrase, setPassphrase] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [replacing, setReplacing] = useState(false)
  /** How often the paper was made anew while it was read here, and which one is on the screen. */
  const [round, setRound] = useState(0)
  const [shown, setShown] = useState<string>()
  /** The code of one use, from when the service asks for one; null: it has not. */
  const [totp, setTotp] = useState<string | null>(null)
  const [told, setTold] = useState<{ place: Place; sentence: string }>()
  const forward = view.actions.find((one) => one.kind === 'forward')
  const applicationId = view.line.id

  const signing = useMutation({
    mutationKey: trpc.dossiers.signElectronically.mutationKey(),
    gcTime: 0,
    mutationFn: async ({
      secret,
      code,
    }: {
      secret: string
      code: string | null
    }): Promise<DossierView | { code: string; sentence: string }> => {
      if (file !== null) {
        const saved = await client.signing.saveCertificate.mutate({
          file: await base64Of(file),
          passphrase: secret,
        })
        if (!saved.ok) return { code: saved.refusal.code, sentence: say(saved.refusal) }
        setFile(null)
        setReplacing(false)
        await queries.invalidateQueries(trpc.signing.means.queryFilter())
        if (saved.value.issuer !== issuer) return { code: 'paper-renewed', sentence: words.paperRenewed }
      }
      const signed = await client.dossiers.signElectronically.mutate({
        applicationId,
        stage,
        seenSeq: view.seq,
        seenIssuer: issuer,
        passphrase: secret,
        totp: code,
        account: account?.typed() ?? null,
      })
      if (!signed.ok) return { code: signed.refusal.code, sentence: say(signed.refusal) }
      account?.keep()
      return takeOn(client, signed.value, stage)
    },
    onSuccess: (answer) => {
      if (!('code' in answer)) return onDone(answer)
      const place = placeOf(answer.code)
      if (answer.code === 'totp-needed' || answer.code === 'totp-wrong') setTotp('')
      if (mustReadAgain(answer)) setRound((before) => before + 1)
      if (answer.code === 'certificate-missing' || place === 'file') setReplacing(true)
      setTold({ place, sentence: answer.sentence })
    },
    onError: () => setTold({ place: 'form', sentence: words.failed }),
    onSettled: () => setPassphrase(''),
  })

  const requesting = useMutation({
    mutationKey: trpc.signing.requestTotp.mutationKey(),
    gcTime: 0,
    mutationFn: () => client.signing.requestTotp.mutate({ account: account?.typed() ?? null }),
    onSuccess: (answer) => {
      if (!answer.ok) setTold({ place: 'totp', sentence: say(answer.refusal) })
    },
    onError: () => setTold({ place: 'totp', sentence: words.failed }),
  })

  const sign = () => {
    if (signing.isPending || !known) return
    setTold(undefined)
    if (account === null && file === null && issuer === null)
      return setTold({ place: 'file', sentence: words.fileNeeded })
    if (account !== null && !account.complete()) return
    if (totp === '') return setTold({ place: 'totp', sentence: serviceWords.totpMissing })
    if (totp === null && passphrase === '')
      return setTold({ place: 'passphrase', sentence: words.passphraseNeeded })
    // With a new certificate the server says whether its paper was read.
    if (shown !== paperToSign(applicationId, view.seq, issuer, round) && file === null)
      return setTold({ place: 'form', sentence: words.paperNotShown })
    signing.mutate({ secret: passphrase, code: totp })
  }
  const at = (place: Place) => (told?.place === place ? told.sentence : undefined)
  return {
    round,
    /** This paper is on the screen now. */
    look: setShown,
    label: forward?.label ?? words.sign,
    passphrase,
    setPassphrase: (value: string) => {
      setPassphrase(value)
      if (value !== '') setTold(undefined)
    },
    file,
    setFile: (chosen: File | null) => {
      setFile(chosen)
      setTold(undefined)
    },
    replacing,
    replace: () => setReplacing(true),
    busy: signing.isPending,
    sign,
    totp,
    setTotp: (value: string) => {
      setTotp(value)
      setTold(undefined)
    },
    requestTotp: () => requesting.mutate(),
    requesting: requesting.isPending,
    totpSent: requesting.data?.ok === true,
    totpError: at('totp'),
    passphraseError: at('passphrase'),
    fileError: at('file'),
    refusal: at('form'),
  }
}

/** Takes a letter that was just signed to its next stage, where nothing is asked for on the way. */
export async function takeOn(
  client: ReturnType<typeof useTRPCClient>,
  signed: DossierView,
  stage: string,
): Promise<DossierView> {
  const onward = signed.actions.find((one) => one.kind === 'forward')
  if (!onward || onward.refusal !== null || onward.needsNote || signed.optionalStages.length > 0)
    return signed
  const order = { applicationId: signed.line.id, stage, action: onward.code, note: null, asks: [] }
  const moved = await client.dossiers.act.mutate(order)
  return moved.ok ? moved.value : signed
}

/** A small file as text. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const one of bytes) text += String.fromCharCode(one)
  return btoa(text)
}
