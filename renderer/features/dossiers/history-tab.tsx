import type { DossierView } from '#contract/dossier.ts'
import { clockTime, fullDate, relativeDay } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { addressOfFile } from '../../lib/upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Timeline } from '../../ui/timeline.tsx'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import styles from './dossiers.module.css'

const tones = { plain: undefined, here: 'current', done: 'green', paused: 'violet', refused: 'red' } as const

/** Everything that happened, newest first, with day, hour and person. */
export function useHistoryEntries(view: DossierView): readonly TimelineEntry[] {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  return view.history.toReversed().map((event, index) => {
    const day = officeDateOf(event.at, timeZone)
    const near = relativeDay(day, today)
    const dayWords = /^(hari ini|kemarin)$/.test(near)
      ? near[0]?.toUpperCase() + near.slice(1)
      : fullDate(day)
    const tone = tones[event.meaning] ?? (index === 0 ? ('current' as const) : undefined)
    return {
      key: String(event.seq),
      title: event.text,
      note: `${dayWords} ${clockTime(officeTimeOf(event.at, timeZone))}, ${whoOf(event)}`,
      ...(event.signatureSha256 === null
        ? {}
        : { image: { url: addressOfFile(event.signatureSha256), name: dossierWords.receiverSignature } }),
      ...(bodyOf(event) === '' ? {} : { body: bodyOf(event) }),
      ...(tone === undefined ? {} : { tone }),
    }
  })
}

/** The words that went with it, and old and new of what was corrected, each on a line. */
const bodyOf = ({ note, changes }: DossierView['history'][number]): string =>
  [...(note === null ? [] : [note]), ...changes.map(dossierWords.change)].join('\n')

/** What happens by itself has no role beside its name. */
const whoOf = ({ actorName, roleLabel, standsFor }: DossierView['history'][number]): string => {
  if (standsFor !== null) return dossierWords.inPlaceOf(actorName, standsFor, roleLabel)
  return actorName === roleLabel ? actorName : `${actorName}, ${roleLabel}`
}

/** *Riwayat*: the whole history, one column of readable width. */
export function HistoryTab({ view }: { view: DossierView }) {
  const entries = useHistoryEntries(view)
  return (
    <div className={styles.reading}>
      <Timeline label={dossierWords.history} entries={entries} />
    </div>
  )
}
