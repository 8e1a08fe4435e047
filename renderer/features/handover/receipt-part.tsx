import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../lib/api-client.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './handover.module.css'
import type { Receiver } from './receiver-form.ts'

interface ReceiptPartProps {
  ids: readonly string[]
  receiver: Receiver
  /** As it will be signed. */
  signer: { name: string; relation: string }
  tried: boolean
  onChange: (change: Partial<Receiver>) => void
}

/** Whether the receipt of intake was shown; without it a statement is printed and signed first. */
export function ReceiptPart({ ids, receiver, signer, tried, onChange }: ReceiptPartProps) {
  const trpc = useTRPC()
  const [said, setSaid] = useState<string>()
  const printing = useMutation(
    trpc.handover.printLossStatement.mutationOptions({
      onSuccess: (answer) =>
        setSaid(answer.ok ? handoverWords.statementPrinted : handoverWords.receiverNameNeeded),
      onError: () => setSaid(handoverWords.statementFailed),
    }),
  )
  const lost = receiver.receipt === 'lost'
  return (
    <section className={styles.part} aria-label={handoverWords.intakeReceipt} data-lacks="statement">
      <h3 className={styles.partTitle}>{handoverWords.intakeReceipt}</h3>
      <Segmented
        wide
        label={handoverWords.intakeReceipt}
        tabs={[
          { key: 'shown', name: handoverWords.receiptShown },
          { key: 'lost', name: handoverWords.receiptLost },
        ]}
        current={receiver.receipt}
        onChange={(receipt) => onChange({ receipt: receipt as Receiver['receipt'], statementSigned: false })}
      />
      {lost && (
        <>
          <p className={styles.quiet}>{handoverWords.statementWhy}</p>
          <span>
            <Button
              size="row"
              busy={printing.isPending}
              onPress={() =>
                printing.mutate({
                  applicationIds: [...ids],
                  receivedBy: signer.name,
                  relation: signer.relation,
                  printerId: null,
                })
              }
            >
              {handoverWords.printStatement}
            </Button>
          </span>
          {said !== undefined && (
            <p className={styles.quiet} role="status">
              {said}
            </p>
          )}
          <CheckboxField
            label={handoverWords.statementSigned}
            checked={receiver.statementSigned}
            error={tried && !receiver.statementSigned ? handoverWords.statementNeeded : undefined}
            onChange={(statementSigned) => onChange({ statementSigned })}
          />
        </>
      )}
    </section>
  )
}
