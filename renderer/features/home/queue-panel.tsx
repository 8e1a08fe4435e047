import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierLineView, TimeLeftView } from '#contract/dossier.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'

type Channel = 'all' | DossierLineView['channel']

/** What waits for this person, the most pressing first. */
export function QueuePanel({ queue, total }: { queue: readonly DossierLineView[]; total: number }) {
  const [, navigate] = useLocation()
  const [channel, setChannel] = useState<Channel>('all')
  const [selected, setSelected] = useState<string>()
  const keysOf = useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Enter', label: words.keys.open },
  ])
  const ranked = queue.toSorted((a, b) => urgency(a.timeLeft) - urgency(b.timeLeft))
  const rows = ranked.filter((line) => channel === 'all' || line.channel === channel)
  const online = queue.filter((line) => line.channel === 'online').length
  const open = ({ id }: DossierLineView) => navigate(`/berkas/${id}`)
  return (
    <Panel label={words.queue}>
      <PanelHead
        title={words.queue}
        note={total > 0 && words.queueNote(figure(total))}
        line
        right={
          online > 0 && (
            <Segmented
              label={words.channels}
              dense
              tabs={[
                { key: 'all', name: words.all, count: figure(queue.length) },
                { key: 'online', name: words.online, count: figure(online) },
                { key: 'counter', name: words.counter, count: figure(queue.length - online) },
              ]}
              current={channel}
              onChange={(key) => setChannel(key === 'online' || key === 'counter' ? key : 'all')}
            />
          )
        }
      />
      <div ref={keysOf} style={{ display: 'contents' }}>
        <DataTable
          label={words.queue}
          density="two-line"
          columns={columnsFor(open)}
          rows={rows}
          rowKey={({ id }) => id}
          selected={selected ?? rows[0]?.id}
          onSelect={({ id }) => setSelected(id)}
          onOpen={open}
          empty={<EmptyState title={words.queueEmpty}>{words.queueEmptyNote}</EmptyState>}
          foot={
            <>
              <span>
                {rows.length < total
                  ? words.more(figure(rows.length), figure(total))
                  : words.allHere(figure(total))}
              </span>
              <Button
                rank="tertiary"
                size="row"
                iconRight={IconChevronRight}
                onPress={() => navigate('/berkas')}
              >
                {words.allDossiers}
              </Button>
            </>
          }
        />
      </div>
    </Panel>
  )
}

function columnsFor(open: (line: DossierLineView) => void): readonly Column<DossierLineView>[] {
  return [
    {
      key: 'time',
      head: words.columns.time,
      width: 128,
      cell: ({ timeLeft }) => <StatusMark meaning={meaningOf(timeLeft)}>{shortTime(timeLeft)}</StatusMark>,
    },
    {
      key: 'applicant',
      head: words.columns.applicant,
      cell: ({ holderName, facilityName }) => <TwoLines first={holderName} second={facilityName ?? '–'} />,
    },
    {
      key: 'permit',
      head: words.columns.permit,
      width: 128,
      cell: ({ permitTypeCode, kindLabel }) => <TwoLines first={permitTypeCode} second={kindLabel} />,
    },
    {
      key: 'task',
      head: words.columns.task,
      width: 186,
      cell: ({ stages, note }) => (
        <TwoLines
          first={stages.map(({ label }) => label).join(', ')}
          {...(note === null ? {} : { second: note })}
        />
      ),
    },
    {
      key: 'open',
      head: words.columns.open,
      headHidden: true,
      width: 118,
      align: 'right',
      action: true,
      cell: (line, selected) =>
        selected ? (
          <Button size="row" kbd="Enter" onPress={() => open(line)}>
            {words.openDossier}
          </Button>
        ) : (
          <IconChevronRight size={16} stroke={1.75} aria-hidden />
        ),
    },
  ]
}

/** A stopped clock needs no figure here: its dossiers stand last, and the dossier tells the day. */
const shortTime = ({ kind, label }: TimeLeftView): string => (kind === 'paused' ? words.stopped : label)

function meaningOf({ kind, days }: TimeLeftView): Meaning {
  if (kind === 'late') return 'late'
  if (kind === 'left') return days <= 1 ? 'soon' : 'running'
  if (kind === 'paused') return 'stopped'
  return kind === 'done' ? 'done' : 'running'
}

/** Late first, then what is left, then the oldest; what waits for somebody outside comes last. */
function urgency({ kind, days }: TimeLeftView): number {
  switch (kind) {
    case 'late':
      return -10_000 - days
    case 'left':
      return days
    case 'age':
      return 10_000 - days
    case 'paused':
      return 20_000 - days
    case 'done':
      return 30_000
  }
}
