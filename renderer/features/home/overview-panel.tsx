import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { OverviewView } from '#contract/overview.ts'
import { figure } from '../../lib/format.ts'
import { overviewWords as words } from '../../locales/overview.ts'
import { uiWords } from '../../locales/ui.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './overview.module.css'
import { useOverview } from './use-overview.ts'

/** The office at this moment, beside the queue: what needs somebody, what waits where, what each counter did. */
export function OverviewPanel() {
  const { data, isError, refetch } = useOverview()
  return (
    <Panel label={words.title}>
      <PanelHead title={words.title} line />
      {data === undefined ? (
        isError ? (
          <div className={styles.quiet}>
            <p>{`${words.failed}. ${words.failedAction}`}</p>
            <Button onPress={() => void refetch()}>{uiWords.retry}</Button>
          </div>
        ) : (
          <SkeletonRows rows={6} widths={[180, 60]} height={36} />
        )
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.title}>
          <Attention overview={data} />
          <Part title={words.stages} empty={words.stagesNone}>
            {data.stages.map(({ code, label, waiting }) => (
              <li key={code}>
                <span>{label}</span>
                <span className={styles.count}>{figure(waiting)}</span>
              </li>
            ))}
          </Part>
          <Part title={words.counters} empty={words.countersNone}>
            {data.counters.map(({ name, received, handedOver }) => (
              <li key={name}>
                <span>{name}</span>
                <span>{words.counter(figure(received), figure(handedOver))}</span>
              </li>
            ))}
          </Part>
        </div>
      )}
    </Panel>
  )
}

function Part({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children.length === 0 ? <p className={styles.none}>{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

/** What somebody must look at, the gravest first. */
function Attention({ overview }: { overview: OverviewView }) {
  const [, navigate] = useLocation()
  const { late, near, automatic, granted, printers, portal, openDays } = overview
  const limits = (text: string) => (
    <TextLink onPress={() => navigate('/laporan/waktu/batas')}>{text}</TextLink>
  )
  const marks = [
    ...(late > 0
      ? [
          <StatusMark key="late" meaning="late">
            {limits(words.lateCount(figure(late)))}
          </StatusMark>,
        ]
      : []),
    ...((granted ?? 0) > 0
      ? [
          <StatusMark key="granted" meaning="late">
            {limits(words.granted(figure(granted)))}
          </StatusMark>,
        ]
      : []),
    ...(near > 0
      ? [
          <StatusMark key="near" meaning="soon">
            {limits(words.nearCount(figure(near)))}
          </StatusMark>,
        ]
      : []),
    ...((automatic ?? 0) > 0
      ? [
          <StatusMark key="automatic" meaning="soon" icon={IconAlertTriangle}>
            {limits(words.automatic(figure(automatic)))}
          </StatusMark>,
        ]
      : []),
    ...printers.map(({ name, sentence }) => (
      <StatusMark key={name} meaning="fault">
        {sentence}
      </StatusMark>
    )),
    ...(portal !== null && (portal.needsYou || portal.unsent > 0)
      ? [
          <StatusMark key="portal" meaning={portal.needsYou ? 'uncertain' : 'running'}>
            {`${words.portal(portal.label)}, ${words.unsent(figure(portal.unsent))}`}
          </StatusMark>,
        ]
      : []),
    ...openDays.map(({ day, label }) => (
      <StatusMark key={day} meaning="soon">
        <TextLink onPress={() => navigate(`/laporan/${day}`)}>{words.openDay(label)}</TextLink>
      </StatusMark>
    )),
  ]
  return (
    <section className={styles.part} aria-label={words.attention}>
      <h3 className={styles.partTitle}>{words.attention}</h3>
      {marks.length === 0 ? (
        <p className={styles.none}>{words.attentionNone}</p>
      ) : (
        <ul>
          {marks.map((mark) => (
            <li key={mark.key}>{mark}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
