import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { StandardView } from '#contract/information.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { informationWords as words } from '../../locales/information.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import styles from './information.module.css'

/** The standard of one kind, to be read out: papers at the left, everything else at the right. */
export function StandardPage({ code, kind }: { code: string; kind: ApplicationKind }) {
  const { timeZone } = useOffice()
  const asked = useQuery(useTRPC().information.standard.queryOptions({ permitTypeCode: code, kind }))
  if (asked.isError)
    return (
      <FailedState
        title={words.failed}
        reference={faultOf(asked.error, timeZone)}
        onRetry={() => void asked.refetch()}
      >
        {words.failedAction}
      </FailedState>
    )
  if (asked.data === undefined) return <SkeletonRows rows={8} widths={[320, 120, 240]} />
  if (asked.data === null) return <EmptyState title={words.gone}>{words.goneAction}</EmptyState>
  return <Standard standard={asked.data} />
}

function Standard({ standard }: { standard: StandardView }) {
  const { route } = standard
  const isHere = route.to === 'own-office'
  return (
    <>
      {!isHere && (
        <div className={styles.route}>
          <Banner framed tone="amber" title={words.elsewhere(route.destination)}>
            {route.reason} {words.address}: <strong className={styles.address}>{route.address}</strong>
          </Banner>
        </div>
      )}
      <div className={styles.columns}>
        <Part
          title={isHere ? words.requirements : words.bring}
          note={words.count(figure(standard.requirements.length))}
        >
          <ol className={styles.papers}>
            {standard.requirements.map((paper) => (
              <li key={paper.label}>
                <span className={styles.paper}>{paper.label}</span>
                <span className={styles.form}>
                  {paper.formWord === '' ? '' : `${figure(paper.count)} ${paper.formWord}`}
                </span>
                <PaperNotes paper={paper} />
              </li>
            ))}
          </ol>
          {standard.upload !== '' && <p className={styles.quiet}>{words.upload(standard.upload)}</p>}
        </Part>
        <div className={styles.side}>
          <Part title={words.facts}>
            <dl className={styles.facts}>
              {isHere ? (
                <Fact
                  name={words.time}
                  value={standard.time ?? words.noTime}
                  note={standard.timeNote}
                  strong
                />
              ) : (
                <Fact name={words.time} value={standard.timeNote} strong />
              )}
              <Fact name={words.cost} value={standard.cost} strong />
              <Fact name={words.product} value={standard.product} note={standard.delivery} />
              <Fact name={words.validity} value={standard.validity} />
              {standard.placeLimit !== null && <Fact name={words.placeLimit} value={standard.placeLimit} />}
            </dl>
          </Part>
          <Part title={words.steps}>
            <ol className={styles.steps}>
              {standard.steps.map((step, index) => (
                // Two steps may bear one name: what is verified twice is two steps.
                <li key={`${index} ${step.label}`}>
                  {step.label}
                  {step.optional && <span className={styles.quiet}> ({words.optional})</span>}
                </li>
              ))}
            </ol>
          </Part>
          <Part title={words.law}>
            <ul className={styles.law}>
              {standard.legalBasis.map((law) => (
                <li key={law}>{law}</li>
              ))}
            </ul>
          </Part>
          <Part title={words.contact}>
            <dl className={styles.facts}>
              <Fact name={words.complaints} value={standard.complaints.join('; ')} />
              <Fact name={words.hours} value={standard.counterHours.join('; ')} />
            </dl>
          </Part>
        </div>
      </div>
    </>
  )
}

function PaperNotes({ paper }: { paper: StandardView['requirements'][number] }) {
  const notes = [paper.condition, paper.maxAge, paper.upload && words.ownUpload(paper.upload)].filter(Boolean)
  return notes.length === 0 ? null : <span className={styles.notes}>{notes.join(' · ')}</span>
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>
        {title}
        {note !== undefined && <span className={styles.quiet}>{note}</span>}
      </h2>
      {children}
    </section>
  )
}

function Fact(props: { name: string; value: string; note?: string; strong?: boolean }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.strong === true ? <strong>{props.value}</strong> : props.value}
        {props.note !== undefined && <span className={styles.factNote}>{props.note}</span>}
      </dd>
    </div>
  )
}
