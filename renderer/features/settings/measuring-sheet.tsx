import { IconRuler2 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayPrinterSearchRefusal } from '#domain/wording/printer-search.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { paperWords as words } from '../../locales/papers.ts'
import { printerWords } from '../../locales/printers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './settings.module.css'

interface MeasuringSheetProps {
  /** null: what most of the printer's documents are printed on. */
  paperId: string | null
  dirty: boolean
  /** Printers by their address; left out: all that print sheets. */
  among?: (address: string) => boolean
  note?: string
  none?: string
}

const anywhere = (): boolean => true

/** Prints a sheet with millimetres along its edges on a paper of the office, so that printer and tray can be measured. */
export function MeasuringSheet(props: MeasuringSheetProps) {
  const { paperId, dirty, among = anywhere, note = words.measureNote, none = words.measureNone } = props

  const trpc = useTRPC()
  const printers = useQuery(trpc.administration.printers.queryOptions())
  const sheetPrinters = (printers.data ?? []).filter(
    ({ kind, active, address }) => kind === 'sheet' && active && among(address),
  )
  const [chosen, setChosen] = useState<string>()
  const printer = sheetPrinters.find(({ id }) => id === chosen) ?? sheetPrinters[0]
  const printing = useMutation(trpc.printers.test.mutationOptions({ meta: { saves: false } }))
  const print = () => {
    if (printer && !dirty && !printing.isPending) printing.mutate({ printerId: printer.id, paperId })
  }
  useShortcuts([{ keys: 'Ctrl+P', label: words.measurePrint, run: print }])
  const answer = printing.data
  const sentence = printing.isError
    ? printerWords.slip.failed
    : answer === undefined
      ? null
      : !answer.ok
        ? sayPrinterSearchRefusal(answer.refusal)
        : answer.value.outcome === 'printed' || answer.value.reason === 'no-status'
          ? words.measureDone(printer?.name ?? '')
          : answer.value.sentence
  const sent =
    answer?.ok === true && (answer.value.outcome === 'printed' || answer.value.reason === 'no-status')
  return (
    <section className={styles.group} aria-label={words.measure}>
      <h3 className={styles.label}>{words.measure}</h3>
      <p className={styles.note}>{note}</p>
      {printers.data !== undefined && printer === undefined && <p className={styles.note}>{none}</p>}
      {printer !== undefined && (
        <>
          <SelectField
            label={words.measureOn}
            value={printer.id}
            options={sheetPrinters.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
          <Button
            icon={IconRuler2}
            kbd="Ctrl+P"
            busy={printing.isPending}
            reason={dirty && words.saveFirst}
            onPress={print}
          >
            {words.measurePrint}
          </Button>
        </>
      )}
      {sentence !== null && !printing.isPending && (
        <Banner tone={sent ? 'green' : 'red'} framed>
          {sentence}
        </Banner>
      )}
    </section>
  )
}
