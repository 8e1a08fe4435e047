import { Autocomplete } from '@mantine/core'
import { fieldError } from './field-sentence.tsx'
import menu from './menu.module.css'
import { matchesTyped } from './option-search.ts'
import type { SelectOption } from './option-search.ts'
import { fieldFrame } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'
import { useFieldError } from './use-field-error.ts'

export interface SuggestFieldProps extends Pick<
  TextFieldProps,
  'label' | 'value' | 'onChange' | 'onLeave' | 'error' | 'hint' | 'placeholder' | 'width' | 'maxLength'
> {
  options: readonly SelectOption[]
  /** An entry of the list was taken; `onChange` is called with its label as well. */
  onPick?: (option: SelectOption) => void
}

/** Free text with a list of known entries under it: what is not in the list may be typed all the same. */
export function SuggestField(props: SuggestFieldProps) {
  const { shown, onEdit, onLeave } = useFieldError(props)
  const byValue = new Map(props.options.map((option) => [option.value, option]))
  return (
    <Autocomplete
      {...fieldFrame(props)}
      label={props.label}
      size="md"
      value={props.value}
      data={props.options.map(({ value }) => value)}
      error={fieldError(shown)}
      description={shown === undefined ? props.hint : undefined}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      autoComplete="off"
      spellCheck={false}
      data-free-text
      selectFirstOptionOnChange={props.options.length > 0}
      limit={8}
      comboboxProps={{
        transitionProps: { duration: 120, transition: 'fade' },
        offset: 4,
        width: 'max-content',
      }}
      filter={({ options, search }) =>
        search.trim().length < 2
          ? []
          : options.filter((item) => {
              const option = 'value' in item ? byValue.get(item.value) : undefined
              return option !== undefined && option.label !== search && matchesTyped(option, search)
            })
      }
      renderOption={({ option }) => {
        const own = byValue.get(option.value)
        return own === undefined ? (
          option.value
        ) : (
          <span className={menu.lines}>
            <span>{own.label}</span>
            {own.note !== undefined && <span className={menu.secondary}>{own.note}</span>}
          </span>
        )
      }}
      onOptionSubmit={(value) => {
        const option = byValue.get(value)
        if (option !== undefined) props.onPick?.(option)
      }}
      onChange={(text) => {
        onEdit()
        props.onChange(byValue.get(text)?.label ?? text)
      }}
      onBlur={(event) => {
        onLeave()
        props.onLeave?.(event.currentTarget.value)
      }}
    />
  )
}
