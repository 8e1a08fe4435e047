import { IconScan } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CodePage } from '#domain/documents/strip.ts'
import { readSlipCode, slipPages, slipRulers } from '#domain/documents/test-slip.ts'
import type { QrWay, RulerLetter } from '#domain/documents/test-slip.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { printerWords } from '../../locales/printers.ts'
import { StatusMark } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'
import { Choice } from './thermal-fields.tsx'

const words = printerWords.slip

/** What was seen so far; `undefined` letters and null elsewhere: not answered. */
export interface SlipAnswers {
  widest: RulerLetter | null
  codes: readonly QrWay[]
  letters: CodePage | null | undefined
  cut: boolean | null
  withoutStatus: 'unknown' | 'printed'
}

export const noAnswers: SlipAnswers = {
  widest: null,
  codes: [],
  letters: undefined,
  cut: null,
  withoutStatus: 'unknown',
}

interface SlipQuestionsProps {
  token: string
  /** The printer did not answer for its status: the office says what to record. */
  silent: boolean
  answers: SlipAnswers
  missing: { widest?: string; letters?: string; cut?: string }
  /** Whether scans are for this slip now. */
  active: boolean
  onChange: (part: Partial<SlipAnswers>) => void
}

const ways: readonly QrWay[] = ['native', 'raster']
const none = 'none'

/** The four questions of a test slip, in the order in which the paper shows them. */
export function SlipQuestions({ token, silent, answers, missing, active, onChange }: SlipQuestionsProps) {
  const { widest, letters, cut } = answers
  return (
    <>
      <Choice
        label={words.width}
        note={words.widthNote}
        error={missing.widest}
        current={widest ?? ''}
        options={slipRulers.map(({ letter }) => ({ key: letter, name: words.rulers[letter] }))}
        onChange={(key) =>
          onChange({ widest: slipRulers.find(({ letter }) => letter === key)?.letter ?? null })
        }
      />
      <Codes token={token} codes={answers.codes} active={active} onCodes={(codes) => onChange({ codes })} />
      <div className={styles.choice}>
        <span className={styles.label} aria-hidden>
          {words.letters}
        </span>
        <ol className={styles.lines} aria-hidden>
          {slipPages.map(({ codePage, reads }, index) => (
            <li key={codePage}>{`${index + 1}: ${reads}`}</li>
          ))}
        </ol>
        <Choice
          label={words.letters}
          labelHidden
          note={words.lettersNote}
          error={missing.letters}
          current={letters === undefined ? '' : (letters ?? none)}
          options={[
            ...slipPages.map(({ codePage }, index) => ({ key: codePage, name: String(index + 1) })),
            { key: none, name: words.lettersNone },
          ]}
          onChange={(key) =>
            onChange({ letters: slipPages.find(({ codePage }) => codePage === key)?.codePage ?? null })
          }
        />
      </div>
      <Choice
        label={words.cut}
        error={missing.cut}
        current={cut === null ? '' : cut ? 'yes' : 'no'}
        options={[
          { key: 'yes', name: words.yes },
          { key: 'no', name: words.no },
        ]}
        onChange={(key) => onChange({ cut: key === 'yes' })}
      />
      {silent && (
        <Choice
          label={printerWords.profile.withoutStatus}
          note={printerWords.profile.withoutStatusNote}
          current={answers.withoutStatus}
          options={[
            { key: 'unknown', name: printerWords.profile.withoutStatusNames.unknown },
            { key: 'printed', name: printerWords.profile.withoutStatusNames.printed },
          ]}
          onChange={(key) => onChange({ withoutStatus: key === 'printed' ? 'printed' : 'unknown' })}
        />
      )}
    </>
  )
}

interface CodesProps {
  token: string
  codes: readonly QrWay[]
  active: boolean
  onCodes: (codes: readonly QrWay[]) => void
}

/** Each code that a scan or a hand brings tells which way of drawing came out. */
function Codes({ token, codes, active, onCodes }: CodesProps) {
  const [text, setText] = useState('')
  const [sentence, setSentence] = useState<string>()
  const read = (scanned: string) => {
    const way = readSlipCode(scanned, token)
    if (way === null) return setSentence(words.codeStrange(scanned))
    if (way === 'other-slip') return setSentence(words.codeOther(scanned))
    setSentence(undefined)
    setText('')
    if (!codes.includes(way)) onCodes([...codes, way])
  }
  useScan((scanned) => {
    if (!active) return false
    read(scanned)
    return true
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || text.trim() === '') return
    event.preventDefault()
    read(text.trim())
  }
  return (
    <fieldset className={styles.group}>
      <legend>{words.codes}</legend>
      <TextField
        label={words.code}
        hint={words.codesNote}
        width="100%"
        value={text}
        scan
        left={<IconScan size={18} stroke={1.75} aria-hidden />}
        error={sentence}
        onChange={(typed) => {
          setText(typed)
          setSentence(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.codes} role="status">
        {ways.map((way) =>
          codes.includes(way) ? (
            <StatusMark key={way} meaning="done">
              {words.codeNames[way]}
            </StatusMark>
          ) : (
            <StatusMark key={way} meaning="not-yet">
              {words.codeWaits[way]}
            </StatusMark>
          ),
        )}
      </div>
    </fieldset>
  )
}
