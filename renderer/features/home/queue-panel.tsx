import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierLineView, TimeLeftView } from '#contract/dossier.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { timeMeaning, urgency } from '../../lib/time-meaning.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'

type Channel = 'all' | DossierLineView['channel']

interface QueuePanelProps {
  queue: readonly DossierLineView[]
  /** All that wait, shown or not. */
  total: number
  /** Nothing stands beside it. */
  wide: boolean
}

/** What waits for this person, the most pressing first. */
export function QueuePanel({ queue, total, wide }: QueuePanelProps) {
  const [, navigate] = useLocation()
  const [channel, setChannel] = useState<Channel>('all')
  const [selected, setSelected] = useState<string>()
  const keysOf = useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Enter', label: words.keys.open },
  ])
  const ranked = queue.toSorted((a, b) => urgency(a.timeLeft) - urgency(b.timeLeft))
  const rows = ranked.filter((line) => channel === 'all' || line.channel === channel)
  const onlyOutside = queue.every(({ timeLeft }) => timeLeft.kind === 'paused')
  const online = queue.filter((line) => line.channel === 'online').length
  const open = ({ id }: DossierLineView) => navigate(`/berkas/${id}`)
  return (
    <Panel label={words.queue}>
      <PanelHead
        title={words.queue}
        note={total > 0 && (onlyOutside ? words.queueOutside : words.queueNote)(figure(total))}
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
      {queue.length === 0 && <NothingWaits />}
      <div ref={keysOf} style={{ display: queue.length === 0 ? 'none' : 'contents' }}>
        <DataTable
          label={words.queue}
          density="two-line"
          columns={columnsFor(open, wide)}
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

function NothingWaits() {
  const { roles } = useUser()
  const { stages } = useOffice()
  return stages.some(({ role }) => roles.includes(role)) ? (
    <EmptyState title={words.queueEmpty}>{words.queueEmptyNote}</EmptyState>
  ) : (
    <EmptyState title={words.queueNotMine}>{words.queueNotMineNote}</EmptyState>
  )
}

function columnsFor(
  open: (line: DossierLineView) => void,
  wide: boolean,
): readonly Column<DossierLineView>[] {
  return [
    {
      key: 'time',
      head: words.columns.time,
      width: 148,
      cell: ({ timeLeft }) => <TimeLeft time={timeLeft} />,
    },
    {
      key: 'applicant',
      head: words.columns.applicant,
      cell: ({ holderName, facilityName }) => <TwoLines first={holderName} second={facilityName ?? '–'} />,
    },
    {
      key: 'permit',
      head: words.columns.permit,
      width: wide ? 180 : 104,
      // The first practice is the usual case, and the column is narrow.
      cell: ({ permitTypeCode, kindLabel }) => (
        <TwoLines first={permitTypeCode} second={kindLabel.replace(/, SIP ke-1$/, '')} />
      ),
    },
    {
      key: 'task',
      head: words.columns.task,
      width: wide ? 320 : 218,
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
      width: 76,
      align: 'right',
      action: true,
      cell: (line, selected) =>
        selected ? (
          <Button size="row" onPress={() => open(line)}>
            {words.openDossier}
          </Button>
        ) : (
          <IconChevronRight size={16} stroke={1.75} aria-hidden />
        ),
    },
  ]
}

/** Of a stopped clock also for how long: whoever has waited longest is asked first. */
function TimeLeft({ time }: { time: TimeLeftView }) {
  const isStopped = time.kind === 'paused'
  const mark = <StatusMark meaning={timeMeaning(time)}>{isStopped ? words.stopped : time.label}</StatusMark>
  return isStopped ? <TwoLines first={mark} second={words.stoppedDay(figure(time.days))} /> : mark
}
