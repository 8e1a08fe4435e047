import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice, useUser } from '../../lib/session.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { faultOf } from '../../lib/fault.ts'
import styles from './dossiers.module.css'

const words = collectiveWords.dossier

/** The *pengajuan kolektif* in which the dossier was brought, with the way to the others of its list. */
export function CollectivePart({
  applicationId,
  collective,
}: {
  applicationId: string
  collective: NonNullable<DossierView['data']['collective']>
}) {
  const [opened, setOpened] = useState(false)
  const list = useFilingList(collective.filingId)
  const count = list.data?.rows.length
  const { permissions } = useUser()
  const printing = useMutation(
    useTRPC().collective.print.mutationOptions({
      onSuccess: () => showToast(words.printed),
      onError: () => showToast(collectiveWords.done.printFailed),
    }),
  )
  const print = () => {
    if (!printing.isPending) printing.mutate({ id: collective.filingId, printerId: null })
  }
  const prints = permissions.includes('intake') && count !== undefined && count > 0
  return (
    <section aria-label={words.name}>
      <h3 className={styles.matchTitle}>{words.name}</h3>
      <p className={styles.collective}>
        <span>
          {words.value(collective.code, collective.bringer)}
          {count !== undefined && ` (${collectiveWords.taken(figure(count))})`}
        </span>
        <Button size="row" onPress={() => setOpened(true)}>
          {words.show}
        </Button>
      </p>
      {opened && (
        <Drawer
          opened
          title={words.title(collective.code)}
          width={520}
          onClose={() => setOpened(false)}
          {...(prints && {
            foot: (
              <Button kbd="Ctrl+P" busy={printing.isPending} onPress={print}>
                {collectiveWords.done.print}
              </Button>
            ),
          })}
        >
          <DialogKeys
            shortcuts={prints ? [{ keys: 'Ctrl+P', label: collectiveWords.done.print, run: print }] : []}
          >
            <CollectiveList applicationId={applicationId} list={list} />
          </DialogKeys>
        </Drawer>
      )}
    </section>
  )
}

const useFilingList = (id: string) => useQuery(useTRPC().collective.get.queryOptions({ id }))

function CollectiveList({
  applicationId,
  list,
}: {
  applicationId: string
  list: ReturnType<typeof useFilingList>
}) {
  const { timeZone } = useOffice()
  const [, navigate] = useLocation()
  if (list.data === undefined)
    return list.isError ? (
      <FailedState
        title={words.failed}
        reference={faultOf(list.error, timeZone)}
        onRetry={() => void list.refetch()}
      >
        {words.failedAction}
      </FailedState>
    ) : (
      <SkeletonRows rows={6} widths={[220, 120]} />
    )
  if (list.data === null) return <p className={styles.collectiveNote}>{collectiveWords.gone}</p>
  const { rows, untaken, closed } = list.data
  return (
    <div className={styles.collectiveList}>
      <p className={styles.collectiveNote}>
        {closed === null ? words.unclosed : words.closed(closed.by, fullMomentOf(closed.at, timeZone))}
      </p>
      <ol>
        {rows.map(({ line }, index) => (
          <li key={line.id}>
            <span className={styles.collectiveNo}>{figure(index + 1)}.</span>
            <span className={styles.collectiveName}>
              {line.id === applicationId ? (
                <strong>{line.holderName}</strong>
              ) : (
                <TextLink onPress={() => navigate(`~/berkas/${line.id}`)}>{line.holderName}</TextLink>
              )}
              <span className={styles.collectiveNote}>
                {line.permitTypeCode}, {line.registrationNumber}
              </span>
            </span>
            <span className={styles.collectiveNote}>
              {[line.statusLabel, line.stages.map((one) => one.label).join(', ')]
                .filter((part) => part !== '')
                .join(': ')}
            </span>
          </li>
        ))}
      </ol>
      {untaken.length > 0 && (
        <>
          <h3 className={styles.matchTitle}>{collectiveWords.untaken}</h3>
          <ul>
            {untaken.map((one) => (
              <li key={one.id}>
                <span className={styles.collectiveName}>
                  {one.name}
                  <span className={styles.collectiveNote}>
                    {one.permitTypeCode ?? collectiveWords.noType}: {one.reason}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
