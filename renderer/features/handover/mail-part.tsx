import { useQuery } from '@tanstack/react-query'
import type { OriginalView } from '#contract/dossier.ts'
import { parseEmail } from '#domain/email.ts'
import { joinWords } from '#domain/indonesian.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { handoverWords } from '../../locales/handover.ts'
import { mailWords } from '../../locales/mails.ts'
import { Banner } from '../../ui/banner.tsx'
import { TextLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'

const words = mailWords.handover

interface MailPartProps {
  applicationId: string
  address: string
  tried: boolean
  /** Kept by the office; nobody comes to take them now. */
  originals: readonly OriginalView[]
  onChange: (address: string) => void
}

/** To which address the signed paper goes, and what became of the mails before. */
export function MailPart({ applicationId, address, tried, originals, onChange }: MailPartProps) {
  const [, navigate] = useLocation()
  const mails = useQuery(useTRPC().mails.ofDossier.queryOptions({ applicationId }))
  const last = mails.data?.findLast((one) => one.purpose === 'delivery')
  return (
    <section className={styles.part} aria-label={words.part} data-lacks="address">
      <h3 className={styles.partTitle}>{words.part}</h3>
      {last !== undefined && (
        <Banner
          tone={last.inNeed ? 'red' : 'grey'}
          framed
          title={words.last(last.stateLabel, last.to)}
          actions={<TextLink onPress={() => navigate('~/email')}>{words.open}</TextLink>}
        >
          {last.reason ?? words.note}
        </Banner>
      )}
      <TextField
        label={words.address}
        hint={words.hint}
        value={address}
        error={tried ? checkEmail(address) : undefined}
        check={checkEmail}
        onChange={onChange}
      />
      <p className={styles.quiet}>{words.note}</p>
      {originals.length > 0 && (
        <Banner tone="grey" framed>
          {handoverWords.originalsStay(joinWords(originals.map(({ label }) => label)))}
        </Banner>
      )}
    </section>
  )
}

export const checkEmail = (typed: string): string | undefined => {
  const read = parseEmail(typed)
  return read.ok ? undefined : sayRefusal(read.refusal)
}
