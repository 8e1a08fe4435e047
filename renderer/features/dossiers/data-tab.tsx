import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { fullDate, longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { formatPhone, parsePhone } from '#domain/phone.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { TextLink } from '../../ui/button.tsx'
import { CollectivePart } from './collective-part.tsx'
import { DispatchPart } from './dispatch-part.tsx'
import styles from './dossiers.module.css'
import { IntakeBar } from './intake-bar.tsx'
import { nikFact } from './match-facts.ts'
import type { Fact } from './match-facts.ts'
import { FactList } from './paper-view.tsx'
import { formerNames, identityFacts, otherPermitFact, requestFacts } from './request-facts.ts'

const { fields } = dossierWords

const fact = (name: string, value: string | null | undefined): Fact => ({
  name,
  value: value === null || value === undefined || value === '' ? '–' : value,
})

const phoneWords = (text: string | null) => {
  const read = text === null ? undefined : parsePhone(text)
  return read?.ok === true ? formatPhone(read.value) : text
}

/** *Data permohonan*: everything as it was taken in, in groups. */
export function DataTab({ view }: { view: DossierView }) {
  const { timeZone } = useOffice()
  const { applicant, data, line } = view
  const birth = [applicant.birthPlace, applicant.birthDate && longDate(applicant.birthDate)].filter(Boolean)
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const owed = view.intake.owedPermit
  const isOwed = owed !== null || view.intake.originals.length > 0
  const isCompany = applicant.company !== null
  const sex = { male: dossierWords.male, female: dossierWords.female }
  return (
    <div className={styles.dataGrid}>
      <IntakeBar view={view} />
      <Group title={isCompany ? dossierWords.responsible : dossierWords.applicant}>
        <FactList
          facts={[
            ...nikFact(view),
            fact(fields.name, applicant.name),
            fact(fields.nameOnPermit, applicant.nameOnPermit ?? applicant.name),
            ...formerNames(view),
            ...identityFacts(view),
            ...(isCompany ? [] : [fact(fields.birth, birth.join(', '))]),
            ...(isCompany ? [] : [fact(fields.sex, applicant.sex && sex[applicant.sex])]),
            fact(fields.address, [applicant.addressKtp, applicant.rtRw].filter(Boolean).join(', ')),
            fact(fields.village, [applicant.village, applicant.district].filter(Boolean).join(', ')),
            ...(applicant.addressDomicile === null ? [] : [fact(fields.domicile, applicant.addressDomicile)]),
            fact(fields.phone, phoneWords(applicant.phone)),
            fact(fields.email, applicant.email),
          ]}
        />
      </Group>
      <div className={styles.dataColumn}>
        <Group title={dossierWords.permit}>
          <FactList
            facts={[
              fact(fields.type, `${line.permitTypeCode}, ${view.typeName}`),
              fact(fields.kind, line.kindLabel),
              ...requestFacts(view),
            ]}
          />
        </Group>
        {view.request.otherPermits.length > 0 && (
          <Group title={dossierWords.otherPermits}>
            <FactList facts={view.request.otherPermits.map(otherPermitFact)} />
          </Group>
        )}
        {data.facility !== null && (
          <Group title={dossierWords.facility}>
            <FactList
              facts={[
                fact(fields.place, data.facility.name),
                fact(fields.placeAddress, data.facility.address),
                fact(
                  fields.village,
                  [data.facility.village, data.facility.district].filter(Boolean).join(', '),
                ),
                fact(fields.schedule, data.scheduleText),
              ]}
            />
          </Group>
        )}
        {data.str !== null && (
          <Group title={dossierWords.str}>
            <FactList
              facts={[
                fact(fields.strNumber, data.str.number),
                fact(fields.profession, data.str.profession),
                fact(
                  fields.strUntil,
                  data.str.lifetime
                    ? dossierWords.lifetime
                    : data.str.validUntil && longDate(data.str.validUntil),
                ),
              ]}
            />
          </Group>
        )}
        {data.collective !== null && <CollectivePart applicationId={line.id} collective={data.collective} />}
        <DispatchPart applicationId={line.id} />
        {data.representative !== null && (
          <Group title={dossierWords.representative}>
            <FactList
              facts={[
                fact(fields.name, data.representative.name),
                ...(data.representative.nik === null
                  ? []
                  : [fact(fields.representativeNik, data.representative.nik)]),
                fact(fields.phone, phoneWords(data.representative.phone)),
                fact(fields.relation, data.representative.relation),
              ]}
            />
          </Group>
        )}
        <Group title={dossierWords.registration}>
          <FactList
            facts={[
              fact(fields.number, line.registrationNumber),
              fact(fields.tracking, view.trackingCode),
              fact(
                fields.channel,
                line.channel === 'counter' ? dossierWords.counterChannel : dossierWords.onlineChannel,
              ),
              fact(fields.submitted, fullMomentOf(line.submittedAt, timeZone)),
              ...(view.lateEntry === null ? [] : [fact(fields.lateEntry, view.lateEntry)]),
              fact(
                fields.accepted,
                view.acceptedAt === null ? dossierWords.notAccepted : fullMomentOf(view.acceptedAt, timeZone),
              ),
              ...view.intake.originals.map(({ label, count, reason }) =>
                fact(dossierWords.originalKept, dossierWords.originalWords(label, count, reason)),
              ),
              ...(owed === null
                ? []
                : [
                    fact(
                      dossierWords.owedPermit,
                      dossierWords.owedWords(
                        owed.number ?? dossierWords.unnumbered,
                        owed.reason,
                        owed.by,
                        longDate(officeDateOf(owed.at, timeZone)),
                      ),
                    ),
                  ]),
              ...(line.dueOn === null ? [] : [fact(fields.due, fullDate(line.dueOn))]),
              ...(line.firstDueOn === null || line.firstDueOn === line.dueOn
                ? []
                : [fact(dossierWords.firstDue, fullDate(line.firstDueOn))]),
            ]}
          />
          {isOwed && permissions.includes('handover') && (
            <TextLink onPress={() => navigate(`~/penyerahan/${line.id}`)}>{dossierWords.toHandover}</TextLink>
          )}
        </Group>
      </div>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.matchTitle}>{title}</h3>
      {children}
    </section>
  )
}
