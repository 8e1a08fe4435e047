import {
  Autocomplete,
  Checkbox,
  createTheme,
  Input,
  InputWrapper,
  Popover,
  Select,
  Tooltip,
} from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import checkbox from './checkbox-field.module.css'
import field from './field.module.css'
import menu from './menu.module.css'

// One tuple per hue. Index 7 is the hue on light ground, 4 on dark ground: the same two values as in tokens.css.
const blue: MantineColorsTuple = [
  '#e7effa',
  '#d0e0f5',
  '#b3d1f6',
  '#98c1f2',
  '#7fb2ee',
  '#4a8ad8',
  '#2d74c8',
  '#1a5fb4',
  '#154a8a',
  '#0f3664',
]
const grey: MantineColorsTuple = [
  '#f5f6f8',
  '#eef1f4',
  '#e8ecf0',
  '#dde2e8',
  '#c6ced7',
  '#aab4bf',
  '#858f9c',
  '#3c4652',
  '#2c343d',
  '#1b2026',
]
const green: MantineColorsTuple = [
  '#e3f3ea',
  '#c8e7d5',
  '#aedcc2',
  '#9ad8b5',
  '#86d3a9',
  '#4ba878',
  '#1e7b4a',
  '#17613a',
  '#124c2e',
  '#17352a',
]
const amber: MantineColorsTuple = [
  '#fcefd3',
  '#f9e2b0',
  '#f5d48f',
  '#f3cb80',
  '#f0c373',
  '#cf8f2a',
  '#a86400',
  '#744700',
  '#5a3700',
  '#3a2d14',
]
const red: MantineColorsTuple = [
  '#fce8e6',
  '#fad3cf',
  '#f8bbb5',
  '#f8aea7',
  '#f7a29a',
  '#dc5b52',
  '#bf2f27',
  '#9c2019',
  '#7a1812',
  '#43211f',
]
const violet: MantineColorsTuple = [
  '#efeafa',
  '#e0d7f5',
  '#d3c5f5',
  '#cdbdf4',
  '#c8b5f4',
  '#957bd4',
  '#6a47b2',
  '#55379a',
  '#43297c',
  '#2f2749',
]

// What Mantine takes for its own surfaces in the dark, from text to desk.
const dark: MantineColorsTuple = [
  '#e6eaee',
  '#c6ced7',
  '#aab4bf',
  '#8e99a6',
  '#343d47',
  '#2c343d',
  '#242b33',
  '#1b2026',
  '#13171b',
  '#0d1013',
]

/** Numbers and colours of the house on Mantine's own parts; the parts of this folder read tokens.css directly. */
export const theme = createTheme({
  colors: { blue, gray: grey, dark, green, amber, red, violet },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  fontFamily: 'var(--font-family)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px', xxl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontFamily: 'var(--font-family)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  components: {
    Input: Input.extend({
      classNames: {
        wrapper: field.inputWrapper ?? '',
        input: field.input ?? '',
        section: field.section ?? '',
      },
    }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: {
        root: field.root ?? '',
        label: field.label ?? '',
        description: field.hint ?? '',
        error: field.error ?? '',
      },
    }),
    Checkbox: Checkbox.extend({
      classNames: {
        root: checkbox.root ?? '',
        body: checkbox.body ?? '',
        inner: checkbox.inner ?? '',
        input: checkbox.input ?? '',
        icon: checkbox.icon ?? '',
        label: checkbox.label ?? '',
        description: checkbox.description ?? '',
        error: `${field.error} ${checkbox.error}`,
      },
    }),
    Select: Select.extend({
      classNames: {
        dropdown: menu.dropdown ?? '',
        option: menu.option ?? '',
        empty: menu.empty ?? '',
        groupLabel: menu.label ?? '',
      },
      defaultProps: { withCheckIcon: false, maxDropdownHeight: 320 },
    }),
    Autocomplete: Autocomplete.extend({
      classNames: {
        dropdown: menu.dropdown ?? '',
        option: menu.option ?? '',
        empty: menu.empty ?? '',
      },
      defaultProps: { maxDropdownHeight: 320 },
    }),
    Popover: Popover.extend({
      defaultProps: { transitionProps: { duration: 120, transition: 'fade' } },
      classNames: { dropdown: menu.popover ?? '' },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 120, transition: 'fade' } },
      classNames: { tooltip: menu.tooltip ?? '' },
    }),
  },
  shadows: { float: 'var(--shadow-float)', xs: 'none', sm: 'none', md: 'var(--shadow-float)' },
})

const ours = {
  '--mantine-color-body': 'var(--color-surface)',
  '--mantine-color-text': 'var(--color-text)',
  '--mantine-color-bright': 'var(--color-text)',
  '--mantine-color-dimmed': 'var(--color-text-2)',
  '--mantine-color-placeholder': 'var(--color-text-3)',
  '--mantine-color-anchor': 'var(--color-act)',
  '--mantine-color-error': 'var(--color-red)',
  '--mantine-color-default': 'var(--color-surface)',
  '--mantine-color-default-hover': 'var(--color-subtle)',
  '--mantine-color-default-color': 'var(--color-text)',
  '--mantine-color-default-border': 'var(--color-border)',
  '--mantine-color-disabled': 'var(--color-subtle)',
  '--mantine-color-disabled-color': 'var(--color-text-3)',
  '--mantine-color-disabled-border': 'var(--color-border)',
  '--mantine-primary-color-filled': 'var(--color-act)',
  '--mantine-primary-color-filled-hover': 'var(--color-act-hover)',
  '--mantine-primary-color-light': 'var(--color-sel)',
  '--mantine-primary-color-light-color': 'var(--color-sel-text)',
  '--mantine-primary-color-contrast': 'var(--color-act-ink)',
}

/** Mantine's own variables point at ours, so a part of Mantine that nobody dressed still keeps the house's colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
