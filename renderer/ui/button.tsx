import { Tooltip } from '@mantine/core'
import { useId } from 'react'
import type { ComponentType, ReactNode, Ref } from 'react'
import styles from './button.module.css'
import { Kbd } from './kbd.tsx'

/** An icon of @tabler/icons-react. */
export type Icon = ComponentType<{
  size?: number | string
  stroke?: number | string
  'aria-hidden'?: boolean
}>

export interface ButtonProps {
  children: ReactNode
  onPress: () => void
  /** One `main` per screen; `destructive` is outlined, `destructive-main` stands only inside a confirmation. */
  rank?: 'main' | 'secondary' | 'tertiary' | 'destructive' | 'destructive-main'
  size?: 'row' | 'normal' | 'main' | 'tall'
  icon?: Icon
  iconRight?: Icon
  /** Key hint drawn on the button; the shortcut itself is registered by `useShortcuts`. */
  kbd?: string
  /**
   * Why it may not be pressed now. The button stays in its place, focusable, and the sentence stands at its left.
   * Pressing calls `onBlocked`, which should lead to the first thing that is lacking.
   */
  reason?: ReactNode
  /** The reason is only read aloud: another sentence of the same bar says it, or `onBlocked` does. */
  reasonHidden?: boolean
  onBlocked?: () => void
  /** True while the act it started has not been answered; a second press does nothing. */
  busy?: boolean
  wide?: boolean
  /** The accessible name, where the visible words alone are not enough. */
  label?: string
  buttonRef?: Ref<HTMLButtonElement>
  expanded?: boolean
  /** Also inside a dialog, which would give the focus to its first control. */
  autoFocus?: boolean
}

/** A verb and its object; see NOTES.md for the three ranks. */
export function Button(props: ButtonProps) {
  const { children, onPress, rank = 'secondary', size, icon: Left, iconRight: Right, kbd, reason } = props
  const reasonId = useId()
  const blocked = reason !== undefined && reason !== null && reason !== false
  const stroke = rank === 'main' ? 2 : 1.75
  const press = () => {
    if (props.busy === true) return
    if (blocked) props.onBlocked?.()
    else onPress()
  }
  const button = (
    <button
      type="button"
      ref={props.buttonRef}
      className={styles.button}
      data-rank={rank}
      data-size={size ?? (rank === 'main' ? 'main' : 'normal')}
      data-wide={props.wide === true ? true : undefined}
      aria-disabled={blocked ? true : undefined}
      aria-busy={props.busy === true ? true : undefined}
      aria-describedby={blocked ? reasonId : undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true ? true : undefined}
      onClick={press}
    >
      {Left !== undefined && <Left size={16} stroke={stroke} aria-hidden />}
      {children}
      {kbd !== undefined && <Kbd keys={kbd} />}
      {Right !== undefined && <Right size={16} stroke={stroke} aria-hidden />}
    </button>
  )
  if (!blocked) return button
  if (props.reasonHidden === true)
    return (
      <>
        {button}
        <span id={reasonId} className="visually-hidden">
          {reason}
        </span>
      </>
    )
  return (
    <span className={styles.withReason}>
      <span id={reasonId} className={styles.reason}>
        {reason}
      </span>
      {button}
    </span>
  )
}

export interface IconButtonProps {
  icon: Icon
  /** Accessible name and tooltip: an icon never stands without its word. */
  label: string
  onPress: () => void
  pressed?: boolean
  disabled?: boolean
  buttonRef?: Ref<HTMLButtonElement>
}

/** Only for view, replace, zoom, close, filter; everything else has its word beside the icon. */
export function IconButton({ icon: Drawn, label, onPress, pressed, disabled, buttonRef }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        ref={buttonRef}
        className={styles.icon}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled === true ? true : undefined}
        onClick={() => {
          if (disabled !== true) onPress()
        }}
      >
        <Drawn size={18} stroke={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}

export interface TextLinkProps {
  children: ReactNode
  onPress: () => void
  /** The whole name, where the words alone do not say what of; it begins with them. */
  label?: string
}

/** A blue, underlined word inside a sentence, e.g. in the reason of a blocked action. */
export function TextLink({ children, onPress, label }: TextLinkProps) {
  return (
    <button type="button" className={styles.textLink} aria-label={label} onClick={onPress}>
      {children}
    </button>
  )
}
