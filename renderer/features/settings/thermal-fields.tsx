import type { ThermalInput } from '#contract/printers.ts'
import { codePages } from '#domain/documents/strip.ts'
import { printerWords } from '../../locales/printers.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './settings.module.css'

const words = printerWords.profile

type Columns = ThermalInput['columns']
const columnsOf: Readonly<Record<ThermalInput['widthMm'], readonly Columns[]>> = {
  58: [32, 42],
  80: [48, 42],
}

const columnName = (columns: Columns, widthMm: ThermalInput['widthMm']): string =>
  columns === 42 && widthMm === 58 ? words.smallColumns : words.columnNames[columns]

interface ThermalFieldsProps {
  profile: ThermalInput
  onChange: (profile: ThermalInput) => void
}

/** What a thermal printer can do, by hand; a test slip sets the same. */
export function ThermalFields({ profile, onChange }: ThermalFieldsProps) {
  const set = (part: Partial<ThermalInput>) => onChange({ ...profile, ...part })
  return (
    <fieldset className={styles.group}>
      <legend>{words.title}</legend>
      <div className={styles.choices}>
        <Choice
          label={words.width}
          current={String(profile.widthMm)}
          options={[
            { key: '58', name: words.widths[58] },
            { key: '80', name: words.widths[80] },
          ]}
          onChange={(key) => set(key === '58' ? { widthMm: 58, columns: 32 } : { widthMm: 80, columns: 48 })}
        />
        <Choice
          label={words.columns}
          current={String(profile.columns)}
          options={columnsOf[profile.widthMm].map((one) => ({
            key: String(one),
            name: columnName(one, profile.widthMm),
          }))}
          onChange={(key) =>
            set({ columns: columnsOf[profile.widthMm].find((one) => String(one) === key) ?? profile.columns })
          }
        />
        <Choice
          label={words.qr}
          current={profile.qr}
          options={[
            { key: 'native', name: words.qrNames.native },
            { key: 'raster', name: words.qrNames.raster },
          ]}
          onChange={(key) => set({ qr: key === 'raster' ? 'raster' : 'native' })}
        />
        <SelectField
          label={words.codePage}
          hint={words.codePageNote}
          value={profile.codePage}
          options={codePages.map((value) => ({ value, label: words.pageNames[value] }))}
          onChange={(value) => set({ codePage: codePages.find((one) => one === value) ?? 'PC437_USA' })}
        />
        <CheckboxField label={words.cutter} checked={profile.cutter} onChange={(cutter) => set({ cutter })} />
        <Choice
          label={words.withoutStatus}
          note={words.withoutStatusNote}
          current={profile.withoutStatus}
          options={[
            { key: 'unknown', name: words.withoutStatusNames.unknown },
            { key: 'printed', name: words.withoutStatusNames.printed },
          ]}
          onChange={(key) => set({ withoutStatus: key === 'printed' ? 'printed' : 'unknown' })}
        />
      </div>
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  /** Drawn already, above what the choice is between. */
  labelHidden?: boolean
  note?: string
  current: string
  options: readonly { key: string; name: string }[]
  error?: string | undefined
  onChange: (key: string) => void
}

/** One of a few, with its name above and what it means below. */
export function Choice({ label, labelHidden, note, current, options, error, onChange }: ChoiceProps) {
  return (
    <div className={styles.choice} data-refused={error === undefined ? undefined : true}>
      {labelHidden !== true && (
        <span className={styles.label} aria-hidden>
          {label}
        </span>
      )}
      <Segmented label={label} current={current} tabs={options} onChange={onChange} />
      {error !== undefined && (
        <p className={styles.refused} role="alert">
          {error}
        </p>
      )}
      {note !== undefined && error === undefined && <p className={styles.note}>{note}</p>}
    </div>
  )
}
