import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { emptyBringer, readBringer } from '#domain/collective-filing.ts'
import type { BringerField, BringerForm, BringerRefusal } from '#domain/collective-filing.ts'
import { bringerName } from '#domain/collective-filing.ts'
import { sayBringerRefusal } from '#domain/wording/collective.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { figure } from '../../lib/format.ts'
import { useKept } from '../../lib/kept.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { NikField, PhoneField } from '../../ui/masked-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './collective.module.css'

export interface CollectiveDrawerProps {
  onClose: () => void
  /** A filing that is open: a new one, or one that is gone on with. */
  onFiling: (id: string) => void
}

/** Chooses an open *pengajuan kolektif*, or opens a new one for a bringer. */
export function CollectiveDrawer({ onClose, onFiling }: CollectiveDrawerProps) {
  const opening = useOpening(onFiling)
  return (
    <Drawer
      opened
      title={words.choose}
      width={460}
      onClose={onClose}
      foot={
        <>
          <span role="alert" className={styles.failed}>
            {opening.failed}
          </span>
          <Button rank="main" kbd="Ctrl+Enter" busy={opening.busy} onPress={opening.open}>
            {words.open}
          </Button>
        </>
      }
    >
      <DialogKeys
        className={styles.drawer}
        fields={opening.fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.open, run: opening.open }]}
      >
        <Unclosed onFiling={onFiling} />
        <BringerFields opening={opening} />
      </DialogKeys>
    </Drawer>
  )
}

function Unclosed({ onFiling }: Pick<CollectiveDrawerProps, 'onFiling'>) {
  const unclosed = useQuery(useTRPC().collective.unclosed.queryOptions()).data ?? []
  if (unclosed.length === 0) return null
  return (
    <section aria-label={words.unclosed} className={styles.unclosed}>
      <h3>{words.unclosed}</h3>
      <p className={styles.quiet}>{words.unclosedNote}</p>
      <ul>
        {unclosed.map((one) => (
          <li key={one.id}>
            <span className={styles.rowText}>
              <strong>{bringerName(one.bringer)}</strong>
              <span className={styles.quiet}>
                {one.code}, {words.taken(figure(one.taken))}
              </span>
            </span>
            <Button size="row" label={words.goOnWith(one.code)} onPress={() => onFiling(one.id)}>
              {words.goOn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Opening = ReturnType<typeof useOpening>

function useOpening(onFiling: (id: string) => void) {
  const { timeZone } = useOffice()
  // Minted with the first try: pressed again after a lost answer it is the same filing.
  const kept = useKept<{ readonly id: string; readonly form: BringerForm } | null>('collective/bringer', null)
  const [mintedId] = useState(() => crypto.randomUUID())
  const form = kept.value?.form ?? emptyBringer
  const [told, setTold] = useState<readonly BringerRefusal[]>([])
  const [failed, setFailed] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const tell = (refused: readonly BringerRefusal[]) => {
    setTold(refused)
    setRefusals(refusals + 1)
  }
  const opening = useMutation(
    useTRPC().collective.open.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return tell(answer.refusal.fields)
        kept.forget()
        onFiling(answer.value.id)
      },
      onError: (error) => setFailed(words.openFailed(faultOf(error, timeZone).code)),
    }),
  )
  return {
    form,
    fields,
    failed,
    busy: opening.isPending,
    set: (patch: Partial<BringerForm>) => {
      kept.set({ id: kept.value?.id ?? mintedId, form: { ...form, ...patch } })
      setTold(told.filter(({ field }) => !(field in patch)))
    },
    sentence: (field: BringerField) => {
      const one = told.find((refusal) => refusal.field === field)
      return one === undefined ? undefined : sayBringerRefusal(one)
    },
    open: () => {
      if (opening.isPending) return
      setFailed(undefined)
      const read = readBringer(form)
      if (!read.ok) return tell(read.refusal)
      opening.mutate({ id: kept.value?.id ?? mintedId, bringer: form })
    },
  }
}

function BringerFields({ opening }: { opening: Opening }) {
  const { form, set, sentence } = opening
  const isFacility = form.kind === 'facility'
  const text = (field: BringerField) => ({
    value: form[field],
    error: sentence(field),
    onChange: (value: string) => set({ [field]: value }),
  })
  return (
    <section aria-label={words.fresh} className={styles.fields}>
      <h3>{words.fresh}</h3>
      <Segmented
        label={words.kind}
        wide
        tabs={[
          { key: 'person', name: words.kinds.person },
          { key: 'facility', name: words.kinds.facility },
        ]}
        current={form.kind}
        onChange={(kind) => set({ kind: kind === 'facility' ? 'facility' : 'person' })}
      />
      {isFacility && <TextField label={words.facilityName} maxLength={200} {...text('facilityName')} />}
      <TextField label={words.name} maxLength={200} {...text('name')} />
      <NikField label={isFacility ? words.nikIfAny : words.nik} {...text('nik')} />
      <PhoneField label={words.phone} {...text('phone')} />
      <CheckboxField
        label={words.letterSeen[form.kind]}
        note={words.letterNote}
        checked={form.letterSeen}
        onChange={(letterSeen) => set({ letterSeen })}
      />
    </section>
  )
}
