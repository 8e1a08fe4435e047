import { IconAlertTriangle, IconCopy, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import styles from './states.module.css'

export interface EmptyStateProps {
  /** What is empty. */
  title: string
  /** When it fills, or why it is empty. */
  children: ReactNode
  actions?: ReactNode
  /** At the top left of a narrow pane instead of the middle. */
  top?: boolean
}

/** In place of a blank table: what is empty, why, and one or two things to do. */
export function EmptyState({ title, children, actions, top }: EmptyStateProps) {
  return (
    <div className={styles.place} data-top={top === true ? true : undefined}>
      <div className={styles.text}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.sentence}>{children}</p>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** What a fault is known by: the code the administrator asks for, and when it happened. */
export interface FaultReference {
  code: string
  /** Already in words: `19 November 2026 pukul 10.24.07 WIB`. */
  moment: string
}

export interface FailedStateProps {
  /** What failed, e.g. *Daftar siap diambil gagal dibuka*. */
  title: string
  /** What is safe and what to do. */
  children: ReactNode
  reference: FaultReference
  onRetry: () => void
  otherAction?: ReactNode
  /** What goes on working meanwhile. */
  after?: ReactNode
  top?: boolean
}

/** Our fault: what failed, what is safe, what to do, and the code to tell the administrator. */
export function FailedState(props: FailedStateProps) {
  return (
    <div className={styles.place} data-top={props.top === true ? true : undefined} role="alert">
      <div className={styles.text}>
        <h2 className={`${styles.title} ${styles.failed}`}>
          <IconAlertTriangle size={20} stroke={2} aria-hidden />
          {props.title}
        </h2>
        <p className={styles.sentence}>{props.children}</p>
        <ReferenceCode reference={props.reference} />
        <div className={styles.actions}>
          <Button rank="main" icon={IconRefresh} onPress={props.onRetry}>
            {uiWords.retry}
          </Button>
          {props.otherAction}
        </div>
        {props.after !== undefined && <p className={styles.after}>{props.after}</p>}
      </div>
    </div>
  )
}

function ReferenceCode({ reference }: { reference: FaultReference }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(reference.code).catch(() => undefined)
    setCopied(true)
  }
  return (
    <div className={styles.code}>
      <span>
        <span className={styles.codeName}>{uiWords.referenceCode(reference.moment)}</span>
        <span className={styles.codeValue}>{reference.code}</span>
      </span>
      <Button size="row" icon={IconCopy} onPress={() => void copy()}>
        {copied ? uiWords.copied : uiWords.copy}
      </Button>
    </div>
  )
}

/** A grey bar where a word will stand. */
export function Skeleton({ width, height = 14 }: { width: number | string; height?: number }) {
  return <span className={styles.skeleton} style={{ width, height }} />
}

export interface SkeletonRowsProps {
  rows: number
  /** Widths of the bars of one row. */
  widths: readonly number[]
  height?: number
  /** After one second: what is being loaded, with figures. */
  progress?: string
}

/** The rows that will come, in their own height; appears after 200 ms so that a quick answer does not flicker. */
export function SkeletonRows({ rows, widths, height = 36, progress }: SkeletonRowsProps) {
  return (
    <div className={styles.delayed} role="status" aria-label={progress ?? uiWords.loading}>
      {progress !== undefined && <p className={styles.progress}>{progress}</p>}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} style={{ height }}>
          {widths.map((width, index) => (
            <Skeleton key={index} width={width} />
          ))}
        </div>
      ))}
    </div>
  )
}
