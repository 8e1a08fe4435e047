import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FoundNumberView, SeriesView } from '#contract/numbers.ts'
import { readSerial } from '#domain/number-start.ts'
import type { NumberStartRefusal } from '#domain/number-start.ts'
import { sayPattern } from '#domain/wording/number-pattern.ts'
import { sayNumberStartRefusal } from '#domain/wording/number-start.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf, shortDayOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { NextNumber } from '../../ui/next-number.tsx'
import { Pane } from '../../ui/pane.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { holderOf, seriesName } from './numbers-list.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const words = settingsWords.numbers

const initial = { last: '', reason: '' }

/** One series in its scope: with which number it goes on, who said so, and what became void. */
export function SeriesPane({ series }: { series: SeriesView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => initial)
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.numbers.setLast.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return state.refuse({ [fieldOf(answer.refusal)]: sayNumberStartRefusal(answer.refusal) })
        state.keep(initial)
        void queries.invalidateQueries(trpc.numbers.pathFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const facts = (
    <>
      <p className={styles.note}>
        {series.type === null ? series.scopeLabel : `${series.type.name}, ${series.scopeLabel}`}.{' '}
        {words.given(figure(series.given), figure(series.today))}
      </p>
      {series.pattern !== '' && <p className={styles.note}>{words.pattern(sayPattern(series.pattern))}</p>}
    </>
  )
  const below = (
    <>
      <Starts series={series} />
      <Voids series={series} />
    </>
  )
  const { looks } = series
  if (looks === null)
    return (
      <Pane title={seriesName(series)}>
        {facts}
        <p className={styles.note}>{words.endedNote}</p>
        {below}
      </Pane>
    )
  return (
    <SettingsForm
      title={seriesName(series)}
      state={state}
      busy={saving.isPending}
      onSave={() => {
        if (saving.isPending) return
        state.forget()
        saving.mutate({ series: series.series, scope: series.scope, ...form })
      }}
    >
      {facts}
      <TextField
        label={words.last}
        hint={words.lastHint}
        width={300}
        inputMode="numeric"
        placeholder={String(series.last)}
        value={form.last}
        error={sentences.last}
        onChange={(last) => set({ last })}
      />
      <NextNumber
        looks={looks}
        serial={form.last.trim() === '' ? series.last + 1 : nextOf(form.last)}
        label={words.next}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={form.reason}
        error={sentences.reason}
        onChange={(reason) => set({ reason })}
      />
      {below}
    </SettingsForm>
  )
}

const nextOf = (typed: string): number | null => {
  const last = readSerial(typed)
  return last === null ? null : last + 1
}

const fieldOf = ({ code }: NumberStartRefusal): 'last' | 'reason' | 'whole' =>
  code === 'number-start-reason-needed' ? 'reason' : code === 'number-start-not-running' ? 'whole' : 'last'

/** Why the register does not begin at 1. */
function Starts({ series: { series, scope, elsewhere } }: { series: SeriesView }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const starts = useQuery(trpc.numbers.record.queryOptions({ series, scope }))
  const lines = starts.data ?? []
  if (lines.length === 0) return null
  return (
    <section className={styles.group} aria-label={words.startsTitle}>
      <h3 className={styles.label}>{words.startsTitle}</h3>
      {elsewhere.length > 0 && (
        <p className={styles.note}>
          {words.elsewhere(
            elsewhere.map(({ from, through }) => words.range(figure(from), figure(through))).join(', '),
          )}
        </p>
      )}
      <ol className={styles.record}>
        {lines.map((one) => (
          <li key={one.id}>
            {words.start(figure(one.before), figure(one.last))}
            <p className={styles.note}>
              {words.startNote(one.by, fullMomentOf(one.at, timeZone), one.reason)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Numbers that keep their line and are not used. */
function Voids({ series: { series, scope, voided } }: { series: SeriesView }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const found = useQuery(
    trpc.numbers.find.queryOptions({ series, scope, text: '', voidedOnly: true }, { enabled: voided > 0 }),
  )
  if (voided === 0) return <p className={styles.note}>{words.noVoids}</p>
  return (
    <section className={styles.group} aria-label={words.voidsTitle}>
      <h3 className={styles.label}>{words.voidsTitle}</h3>
      <ol className={styles.record}>
        {(found.data?.lines ?? []).map((one) => (
          <li key={one.key}>
            <b>{one.text}</b> {holderOf(one)}
            <p className={styles.note}>
              {words.voidNote(
                one.dossier?.registrationNumber ?? one.text,
                one.voided === null ? '' : shortDayOf(one.voided.at, timeZone),
                one.voided?.by ?? null,
                one.voided?.reason ?? '',
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface NumberPaneProps {
  line: FoundNumberView
  /** undefined: who looks here has no Berkas to open. */
  onOpen: ((applicationId: string) => void) | undefined
}

/** One number of the register and the dossier behind it. */
export function NumberPane({ line, onOpen }: NumberPaneProps) {
  const { timeZone } = useOffice()
  const { voided, dossier } = line
  return (
    <Pane title={line.text}>
      <p>{holderOf(line)}</p>
      <p className={styles.note}>
        {dossier === null
          ? line.reserved
            ? words.reservedNote
            : line.documentLabel
          : words.behind(line.documentLabel, dossier.registrationNumber)}
      </p>
      <p className={styles.note}>{words.taken(fullMomentOf(line.takenAt, timeZone))}</p>
      {voided !== null && (
        <p>{words.becameVoid(fullMomentOf(voided.at, timeZone), voided.by, voided.reason)}</p>
      )}
      {dossier === null ? null : onOpen === undefined ? (
        <p className={styles.note}>{words.noDossiers}</p>
      ) : (
        <Button onPress={() => onOpen(dossier.applicationId)}>{words.open}</Button>
      )}
    </Pane>
  )
}
