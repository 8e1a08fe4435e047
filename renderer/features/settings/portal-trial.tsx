import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { portalTrialPartLabel, portalTrialParts, sayPortalTrialWhy } from '#domain/wording/portal.ts'
import type { PortalSettingRefusal, PortalTrialPart } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { portalSettingWords as words } from '../../locales/portal.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './settings.module.css'

interface Order {
  base: string
  clientId: string
  secret: string | null
}

interface Tried {
  parts: readonly PortalTrialPart[]
  /** null: all of them went well. */
  failed: PortalTrialPart | null
  sentence: string
}

interface PortalTrialProps {
  order: Order
  /** What was typed is not complete. */
  onRefused: (refusal: PortalSettingRefusal) => void
}

/** Plain http, which is taken only for this computer, has no certificate. */
const partsOf = (base: string) =>
  portalTrialParts.filter((part) => part !== 'tls' || !base.trim().startsWith('http:'))

/** *Uji sambungan*: asks the portal what it is, and says for each part whether it went well. */
export function PortalTrial({ order, onRefused }: PortalTrialProps) {
  const trpc = useTRPC()
  const [tried, setTried] = useState<Tried>()
  const [broken, setBroken] = useState(false)
  const trying = useMutation(
    trpc.portal.tryServer.mutationOptions({
      meta: { saves: false },
      gcTime: 0,
      onSuccess: (answer, { base }) => {
        const parts = partsOf(base)
        if (answer.ok) return setTried({ parts, failed: null, sentence: answer.value.sentence })
        const { refusal } = answer
        if (refusal.code !== 'portal-trial-failed') return onRefused(refusal)
        setTried({ parts, failed: refusal.part, sentence: sayPortalTrialWhy(refusal.why) })
      },
      onError: () => setBroken(true),
    }),
  )
  const tryIt = () => {
    if (trying.isPending) return
    setTried(undefined)
    setBroken(false)
    trying.mutate(order)
  }
  return (
    <fieldset className={styles.group}>
      <legend>{words.trial}</legend>
      <p className={styles.note}>{words.trialNote}</p>
      <Button busy={trying.isPending} onPress={tryIt}>
        {words.trialAct}
      </Button>
      {tried !== undefined && <TrialMarks tried={tried} />}
      {broken && (
        <p className={styles.refused} role="alert">
          {settingsWords.saveFailed}
        </p>
      )}
    </fieldset>
  )
}

function TrialMarks({ tried }: { tried: Tried }) {
  const { parts, failed, sentence } = tried
  const failedAt = failed === null ? parts.length : parts.indexOf(failed)
  return (
    <>
      <ul className={styles.marks} aria-label={words.trialParts}>
        {parts.map((part, at) => (
          <li key={part}>
            <StatusMark meaning={at < failedAt ? 'done' : at === failedAt ? 'refused' : 'not-yet'}>
              {at > failedAt
                ? `${portalTrialPartLabel(part)}, ${words.trialSkipped}`
                : portalTrialPartLabel(part)}
            </StatusMark>
          </li>
        ))}
      </ul>
      <Banner tone={failed === null ? 'green' : 'red'} framed>
        {sentence}
      </Banner>
    </>
  )
}
