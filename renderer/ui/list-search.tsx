import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import type { RefObject } from 'react'
import { Kbd } from './kbd.tsx'
import styles from './list-search.module.css'
import { TextField } from './text-field.tsx'

export interface ListSearchProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  /** Enter: the first one of the list is wanted. */
  onFirst: () => void
  inputRef: RefObject<HTMLInputElement | null>
  /** What the list shows now, read out after each change; absent: nothing is looked for. */
  found?: string | undefined
}

/** The key by which every list's own search is reached, also from another field. */
export const listSearchKey = 'F4'

/** A list's own search: narrows it while it is typed, Enter opens the first one, Esc empties. */
export function ListSearch({
  label,
  placeholder,
  value,
  onChange,
  onFirst,
  inputRef,
  found,
}: ListSearchProps) {
  const bar = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.bar} role="search" aria-label={label} ref={bar}>
      <TextField
        label={label}
        labelHidden
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        inputRef={inputRef}
        maxLength={200}
        left={<IconSearch size={16} stroke={1.75} aria-hidden />}
        right={<Kbd keys={listSearchKey} />}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && value.trim() !== '') {
            event.preventDefault()
            onFirst()
          }
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation()
            onChange('')
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            // The list stands right below its search and has one place for the focus.
            bar.current?.parentElement
              ?.querySelector<HTMLElement>('[role="listbox"] [tabindex="0"], tr[tabindex="0"]')
              ?.focus()
          }
        }}
      />
      <p className={styles.found} role="status">
        {found}
      </p>
    </div>
  )
}
