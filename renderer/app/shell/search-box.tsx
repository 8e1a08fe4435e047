import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Ref } from 'react'
import type { FoundDossierView } from '#contract/dossier.ts'
import { shellWords } from '../../locales/shell.ts'
import { Kbd } from '../../ui/kbd.tsx'
import menu from '../../ui/menu.module.css'
import styles from './search-box.module.css'

export interface SearchBoxProps {
  text: string
  onText: (text: string) => void
  /** undefined: nothing has come yet. */
  hits: readonly FoundDossierView[] | undefined
  /** Whether the hits answer this very text; those of the text before stay in sight until then. */
  current: boolean
  failed: boolean
  onOpen: (hit: FoundDossierView) => void
  inputRef: Ref<HTMLInputElement>
}

/**
 * Finds a permit application from any screen; Enter opens the first, arrows choose another, Esc empties. Enter pressed
 * before the answer has come opens the first of that answer, never one of the text before.
 */
export function SearchBox({ text, onText, hits, current, failed, onOpen, inputRef }: SearchBoxProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const open = text.trim() !== '' && combobox.dropdownOpened
  const opensFirst = useRef(false)
  const choose = (hit: FoundDossierView | undefined) => {
    combobox.closeDropdown()
    onText('')
    if (hit !== undefined) onOpen(hit)
  }
  useEffect(() => {
    if (!current || !opensFirst.current) return
    opensFirst.current = false
    if (hits?.[0] !== undefined) choose(hits[0])
  })
  return (
    <Combobox
      store={combobox}
      width={560}
      position="bottom-start"
      offset={4}
      classNames={{ dropdown: menu.dropdown ?? '', option: menu.option ?? '', empty: menu.empty ?? '' }}
      onOptionSubmit={(id) => choose(hits?.find((hit) => hit.id === id))}
    >
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          className={styles.box ?? ''}
          type="search"
          aria-label={shellWords.searchName}
          placeholder={shellWords.search}
          value={text}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd keys="Ctrl+K" />}
          rightSectionWidth={56}
          rightSectionPointerEvents="none"
          onChange={(event) => {
            opensFirst.current = false
            combobox.resetSelectedOption()
            onText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onText('')
            if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1) return
            if (current) combobox.selectFirstOption()
            else opensFirst.current = text.trim() !== ''
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options aria-label={shellWords.searchName}>
          {failed && <Combobox.Empty>{shellWords.searchFailed}</Combobox.Empty>}
          {!failed && hits === undefined && <Combobox.Empty>{shellWords.searching}</Combobox.Empty>}
          {!failed && hits?.length === 0 && (
            <Combobox.Empty>{shellWords.searchNothing(text.trim())}</Combobox.Empty>
          )}
          {hits?.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={styles.hit}>
                <span className={styles.name}>{hit.holderName}</span>
                <span className={styles.number}>{hit.registrationNumber}</span>
                <span className={styles.facts}>
                  {hit.permitTypeCode} · {hit.facilityName ?? hit.kindLabel}
                </span>
                <span className={styles.state}>{hit.statusLabel}</span>
                {hit.alike.length > 0 && (
                  <span className={styles.alike}>{shellWords.searchAlike(hit.alike)}</span>
                )}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
