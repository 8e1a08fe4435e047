import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { fieldError } from './field-sentence.tsx'
import styles from './menu.module.css'
import { matchesTyped, rankOptions } from './option-search.ts'
import type { SelectOption } from './option-search.ts'
import { fieldFrame } from './text-field.tsx'

export interface SelectFieldProps {
  label: string
  value: string | null
  onChange: (value: string) => void
  options: readonly SelectOption[]
  hint?: ReactNode
  error?: string | undefined
  placeholder?: string
  size?: 'md' | 'lg'
  width?: number | string
  errorAt?: 'below' | 'right'
  labelAt?: 'above' | 'left'
  disabled?: boolean
  autoFocus?: boolean
}

/** Heads stand in the order of the best thing under them. */
function findOptions(options: readonly SelectOption[], props: { value: string | null }, search: string) {
  const found = options.filter(
    (option) => (option.value === props.value && search === labelOf(option)) || matchesTyped(option, search),
  )
  return rankOptions(found, search)
}

const itemOf = (option: SelectOption) => ({
  value: option.value,
  label: labelOf(option),
  disabled: option.disabled ?? false,
})

/** Under their heads, where they have any. */
function grouped(options: readonly SelectOption[]) {
  if (options.every(({ group }) => group === undefined)) return options.map(itemOf)
  const heads = [...new Set(options.map(({ group }) => group ?? ''))]
  return heads.map((group) => ({
    group,
    items: options.filter((option) => (option.group ?? '') === group).map(itemOf),
  }))
}

function OptionLines({ option }: { option: SelectOption }) {
  return (
    <span className={styles.lines}>
      <span>
        {option.code !== undefined && <span className={styles.code}>{option.code} </span>}
        {option.label}
      </span>
      {option.note !== undefined && <span className={styles.secondary}>{option.note}</span>}
    </span>
  )
}

/** A choice from a short list; letters typed while it is closed choose as in any list. */
export function SelectField(props: SelectFieldProps) {
  return <Choice {...props} searchable={false} />
}

/** A choice from a long list by typing any part of its words or code. */
export function ComboboxField(props: SelectFieldProps) {
  return <Choice {...props} searchable />
}

function Choice({ searchable, options, ...props }: SelectFieldProps & { searchable: boolean }) {
  const [mending, setMending] = useState(false)
  const [seenError, setSeenError] = useState(props.error)
  if (seenError !== props.error) {
    setSeenError(props.error)
    setMending(false)
  }
  const shown = mending ? undefined : props.error
  const byValue = new Map(options.map((option) => [option.value, option]))
  return (
    <Select
      {...fieldFrame(props)}
      label={props.label}
      size={props.size ?? 'md'}
      value={props.value}
      data={grouped(options)}
      error={fieldError(shown)}
      description={shown === undefined ? props.hint : undefined}
      placeholder={props.placeholder}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus}
      // Given by the screen the focus is no request to see the list.
      openOnFocus={props.autoFocus !== true}
      searchable={searchable}
      // Entries that come after the first letter are marked as well: Mantine marks anew when this turns true.
      selectFirstOptionOnChange={options.length > 0}
      allowDeselect={false}
      nothingFoundMessage={uiWords.noMatch}
      rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
      rightSectionPointerEvents="none"
      comboboxProps={{ transitionProps: { duration: 120, transition: 'fade' }, offset: 4 }}
      filter={({ search }) => grouped(findOptions(options, props, search))}
      renderOption={({ option }) => {
        const own = byValue.get(option.value)
        return own === undefined ? option.label : <OptionLines option={own} />
      }}
      onChange={(value) => {
        setMending(true)
        if (value !== null) props.onChange(value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) takeMarked(event.currentTarget)
      }}
      onBlur={() => setMending(false)}
    />
  )
}

/** A list that typing has opened marks its first entry, and Mantine leaves it open at Enter: then the marked one is taken. */
const takeMarked = (input: HTMLElement): void =>
  void setTimeout(() => {
    const list = input.hasAttribute('data-expanded') ? input.getAttribute('aria-controls') : null
    if (list === null) return
    document.getElementById(list)?.querySelector<HTMLElement>('[data-combobox-selected]')?.click()
  })

const labelOf = (option: SelectOption) =>
  option.code === undefined ? option.label : `${option.code} ${option.label}`
