import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useRef } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import styles from './data-table.module.css'
import { useRoving } from './roving.ts'

export interface Column<Row> {
  key: string
  head: string
  /** Hides the head's words from the eye (a column of marks or actions); they stay for screen readers. */
  headHidden?: boolean
  cell: (row: Row, selected: boolean) => ReactNode
  /** Pixels; left out for the column that takes the rest. */
  width?: number
  /** Figures stand at the right. */
  align?: 'left' | 'right'
  /** Never broken over lines: numbers of letters, dates. */
  nowrap?: boolean
  /** Buttons of a row; a press in this column does not select the row. */
  action?: boolean
  sortable?: boolean
}

export interface RowGroup<Row> {
  key: string
  title?: string
  note?: ReactNode
  right?: ReactNode
  rows: readonly Row[]
}

export interface Sorting {
  column: string
  descending: boolean
}

export interface DataTableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  /** Either plain rows or groups, each with its own head row. */
  rows?: readonly Row[]
  groups?: readonly RowGroup<Row>[]
  rowKey: (row: Row) => string
  selected?: string | undefined
  onSelect?: (row: Row) => void
  /** Enter, or a double press. */
  onOpen?: (row: Row) => void
  /** Space. */
  onToggle?: (row: Row) => void
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  density?: 'normal' | 'dense' | 'two-line'
  /** What stands in place of the rows when there are none: an `EmptyState`, a skeleton, a `FailedState`. */
  empty?: ReactNode
  /** In a dialog, which would give the focus to its first control: the row in the order of Tab takes it. */
  autoFocus?: boolean
  total?: readonly ReactNode[]
  foot?: ReactNode
  subtleHead?: boolean
}

const rowHeights = { normal: 37, dense: 34, 'two-line': 49 }
const virtualFrom = 120
/** What a column that takes the rest needs to be read. */
const restPx = 120

/**
 * A table a clerk walks through with arrows. Long lists draw only the rows in sight;
 * rows never move under the hand: the order changes only by `sorting`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, density = 'normal', rowKey } = props
  const groups = props.groups ?? [{ key: 'all', rows: props.rows ?? [] }]
  const all = groups.flatMap((group) => group.rows)
  const byKey = new Map(all.map((row) => [rowKey(row), row]))
  const scroll = useRef<HTMLDivElement>(null)
  const withRow = (act: ((row: Row) => void) | undefined) => (key: string) => {
    const row = byKey.get(key)
    if (row !== undefined) act?.(row)
  }
  const isVirtual = props.groups === undefined && all.length >= virtualFrom
  const virtual = useVirtualizer({
    count: isVirtual ? all.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeights[density],
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const roving = useRoving({
    keys: all.map(rowKey),
    drawn: isVirtual ? items.map((item) => rowKey(all[item.index] as Row)) : undefined,
    reveal: (key) => virtual.scrollToIndex(all.findIndex((row) => rowKey(row) === key)),
    current: props.selected,
    onMove: withRow(props.onSelect),
    onActivate: props.onOpen === undefined ? undefined : withRow(props.onOpen),
    onToggle: props.onToggle === undefined ? undefined : withRow(props.onToggle),
  })

  const drawRow = (row: Row) => {
    const key = rowKey(row)
    const selected = key === props.selected
    const place = roving.rowProps(key)
    return (
      <tr
        key={key}
        className={styles.row}
        aria-selected={props.onSelect === undefined ? undefined : selected}
        data-pressable={props.onSelect !== undefined || props.onOpen !== undefined ? true : undefined}
        data-autofocus={props.autoFocus === true && place.tabIndex === 0 ? true : undefined}
        {...place}
        onClick={(event) => {
          if (isOwnPress(event)) props.onSelect?.(row)
        }}
        onDoubleClick={(event) => {
          if (isOwnPress(event)) props.onOpen?.(row)
        }}
      >
        {columns.map((column) => (
          <td
            key={column.key}
            data-align={column.align}
            data-nowrap={column.nowrap === true ? true : undefined}
            data-action={column.action === true ? true : undefined}
          >
            {column.cell(row, selected)}
          </td>
        ))}
      </tr>
    )
  }

  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <>
      <div className={styles.scroll} ref={scroll}>
        <table
          className={styles.table}
          // Beside a pane it scrolls on its side sooner than the column of names goes.
          style={{ minWidth: columns.reduce((sum, { width }) => sum + (width ?? restPx), 0) }}
          role="grid"
          aria-label={props.label}
          aria-rowcount={isVirtual ? all.length + 1 : undefined}
          data-density={density}
          data-head={props.subtleHead === true ? 'subtle' : undefined}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} width={column.width} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  {...(props.sorting === undefined ? {} : { sorting: props.sorting })}
                  {...(props.onSort === undefined ? {} : { onSort: props.onSort })}
                />
              ))}
            </tr>
          </thead>
          {all.length > 0 && (
            <tbody>
              {isVirtual && <Spacer height={above} span={columns.length} />}
              {isVirtual && items.map((item) => drawRow(all[item.index] as Row))}
              {isVirtual && <Spacer height={below} span={columns.length} />}
              {!isVirtual &&
                groups.map((group) => (
                  <Fragment key={group.key}>
                    {'title' in group && group.title !== undefined && (
                      <GroupRow group={group} span={columns.length} />
                    )}
                    {group.rows.map(drawRow)}
                  </Fragment>
                ))}
            </tbody>
          )}
          {props.total !== undefined && (
            <tfoot>
              <tr className={styles.total}>
                {props.total.map((cell, index) => (
                  <td key={columns[index]?.key ?? index} data-align={columns[index]?.align}>
                    {cell}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {all.length === 0 && props.empty}
      </div>
      {isDrawn(props.foot) && <div className={styles.foot}>{props.foot}</div>}
    </>
  )
}

/** What a condition has left out is no foot. */
const isDrawn = (foot: ReactNode): boolean => foot !== undefined && foot !== null && foot !== false

/** A press on a button, link or box inside the row is that thing's own. */
const isOwnPress = (event: MouseEvent) =>
  !(event.target instanceof Element && event.target.closest('button, a, input, label, select') !== null)

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr className={styles.spacer} aria-hidden>
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

function GroupRow<Row>({ group, span }: { group: RowGroup<Row>; span: number }) {
  return (
    <tr className={styles.group}>
      <td colSpan={span}>
        <div className={styles.groupLine}>
          <span className={styles.groupTitle}>{group.title}</span>
          <span className={styles.groupNote}>{group.note}</span>
          <span>{group.right}</span>
        </div>
      </td>
    </tr>
  )
}

interface HeadProps<Row> {
  column: Column<Row>
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const active = sorting?.column === column.key
  const Arrow = active && sorting.descending ? IconArrowDown : IconArrowUp
  const order = active ? (sorting.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" data-align={column.align} aria-sort={order}>
      {column.sortable === true && onSort !== undefined ? (
        <button
          type="button"
          className={styles.sort}
          title={uiWords.sortedBy(column.head)}
          onClick={() => onSort({ column: column.key, descending: active && !sorting.descending })}
        >
          {column.head}
          {active && <Arrow size={14} stroke={2} aria-hidden />}
        </button>
      ) : column.headHidden === true ? (
        <span className="visually-hidden">{column.head}</span>
      ) : (
        column.head
      )}
    </th>
  )
}

/** A cell of two lines: the name, and the place under it. */
export function TwoLines({ first, second }: { first: ReactNode; second?: ReactNode }) {
  const tip = (part: ReactNode) => (typeof part === 'string' ? part : undefined)
  return (
    <span className={styles.twoLines}>
      <span className={styles.first} title={tip(first)}>
        {first}
      </span>
      {second !== undefined && (
        <span className={styles.second} title={tip(second)}>
          {second}
        </span>
      )}
    </span>
  )
}
