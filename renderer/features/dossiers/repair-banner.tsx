import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './dossiers.module.css'
import type { ActOrder } from './use-act.ts'
import { useRefusalWords } from './use-dossier.ts'

const words = dossierWords.returning

interface RepairBannerProps {
  view: DossierView
  onAsk: (order: ActOrder) => void
}

/**
 * What was asked of the applicant and until when, while they have it and for whoever checks what came back. Once it was
 * left lying for long, the office is offered to close it.
 */
export function RepairBanner({ view, onAsk }: RepairBannerProps) {
  const { line, repair, workStage, actions } = view
  const waiting = line.repair
  const checksAgain = actions.some((one) => one.kind === 'return-to-applicant')
  if (repair === null || (waiting === null && !checksAgain)) return null
  const end = actions.find((one) => one.kind === 'withdraw')
  return (
    <Banner
      tone={waiting === null ? 'grey' : waiting.long ? 'amber' : 'violet'}
      title={waiting === null ? words.wasAsked : waiting.long ? words.long : words.waiting}
      actions={
        waiting === null ? undefined : (
          <>
            <PrintItems view={view} />
            {waiting.long && end !== undefined && workStage !== null && (
              <Button size="row" onPress={() => onAsk({ stage: workStage.code, action: end, closes: true })}>
                {dossierWords.ending.close}
              </Button>
            )}
          </>
        )
      }
    >
      {waiting === null ? words.askedUntil(longDate(repair.until)) : `${waiting.label}.`}
      <span className={styles.asked}>
        {repair.items.map(({ label, reason }) => `${label}: ${reason}`).join(' · ')}
      </span>
    </Banner>
  )
}

function PrintItems({ view }: { view: DossierView }) {
  const trpc = useTRPC()
  const say = useRefusalWords(view)
  const [failed, setFailed] = useState<string>()
  const printing = useMutation(
    trpc.dossiers.printRepairItems.mutationOptions({
      onSuccess: (answer) => {
        setFailed(answer.ok ? undefined : say(answer.refusal))
        if (answer.ok) showToast(words.printAsked)
      },
      onError: () => setFailed(dossierWords.actFailed),
    }),
  )
  return (
    <>
      {failed !== undefined && (
        <span className={styles.refused} role="alert">
          {failed}
        </span>
      )}
      <Button
        size="row"
        busy={printing.isPending}
        onPress={() => printing.mutate({ applicationId: view.line.id, printerId: null })}
      >
        {words.print}
      </Button>
    </>
  )
}
