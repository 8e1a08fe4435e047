import type { ReactNode } from 'react'
import { intakeWords as words } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import { ApplicantSection } from './applicant-section.tsx'
import { CollectiveOffer } from './collective-offer.tsx'
import { CollectiveTrouble } from './collective-trouble.tsx'
import { DocumentsSection } from './documents-section.tsx'
import { DraftOffer } from './draft-offer.tsx'
import type { Section } from './form-api.ts'
import type { IntakeDeskProps } from './intake-desk-props.ts'
import { lateChoice } from './intake-title.tsx'
import { LateParts } from './late-parts.tsx'
import { LateSection } from './late-section.tsx'
import { OldBookSection } from './old-book-section.tsx'
import { OverlapNotice } from './overlap-notice.tsx'
import { PermitSection } from './permit-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { RepresentativeSection } from './representative-section.tsx'
import type { DeskForm } from './use-desk-form.ts'

/** The form from top to bottom; the part that holds the focus is the one that the step rail marks. */
export function IntakeParts({ desk, screen }: { desk: DeskForm; screen: IntakeDeskProps }) {
  const { bringing, state, offers, outlook, elsewhere, isLate, book, today, api } = desk
  const part = (name: Section, children: ReactNode) => (
    <div onFocusCapture={() => desk.setSection(name)}>{children}</div>
  )
  return (
    <>
      {(isLate || book !== null) && (
        <div>
          <LateParts {...lateChoice(desk)} />
        </div>
      )}
      {desk.typed.form === screen.initial && bringing.collective.id === null && (
        <>
          <DraftOffer
            drafts={screen.drafts}
            onResume={screen.onResume}
            onDiscarded={screen.onDraftsChanged}
          />
          <CollectiveOffer onFiling={bringing.chooseFiling} />
        </>
      )}
      <CollectiveTrouble state={bringing.collective} />
      {desk.draft.failed && (
        <Banner framed tone="amber" title={words.draftFailed}>
          {words.draftFailedNote}
        </Banner>
      )}
      {book !== null &&
        part(
          'applicant',
          <OldBookSection api={state} book={book} stages={desk.running.stages} today={desk.realToday} />,
        )}
      {isLate &&
        part(
          'applicant',
          <LateSection api={state} earliest={outlook.earliestLateDay} today={desk.realToday} />,
        )}
      <OverlapNotice overlaps={outlook.overlaps} />
      {part(
        'applicant',
        <ApplicantSection
          api={api}
          identity={desk.identity}
          today={today}
          folded={desk.folded}
          isCompany={desk.isCompany}
          brief={elsewhere !== null}
          onUnfold={desk.unfold}
        />,
      )}
      {bringing.filer === 'representative' && part('applicant', <RepresentativeSection api={state} />)}
      {part(
        'permit',
        <PermitSection api={api} offers={offers} outlook={outlook} earlier={desk.earlier} today={today} />,
      )}
      {elsewhere === null && (
        <>
          {part(
            'practice',
            <PracticeSection
              api={state}
              offers={offers}
              outlook={outlook}
              folded={desk.placeFolded}
              onAddSession={desk.addSession}
              onAddOtherPermit={desk.addOtherPermit}
            />,
          )}
          {part(
            'documents',
            <DocumentsSection
              api={state}
              outlook={outlook}
              papers={desk.papers}
              pickerRef={desk.picker}
              onGo={desk.go}
            />,
          )}
        </>
      )}
    </>
  )
}
