import { useQuery } from '@tanstack/react-query'
import { useLocation, useRoute } from 'wouter'
import type { ApplicationKind } from '#domain/permit-type.ts'
import type { OfferView } from '#contract/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { typeOptions } from '../../lib/type-options.ts'
import { informationWords as words } from '../../locales/information.ts'
import { ScreenTitle } from '../../ui/panel.tsx'
import { ComboboxField } from '../../ui/select-field.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CounterBar } from './counter-bar.tsx'
import styles from './information.module.css'
import { StandardPage } from './standard-page.tsx'

/** *Informasi Layanan*: the service standard of a type and kind. What is chosen stands in the address. */
export function InformationScreen() {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const [, chosen] = useRoute('/:code/:kind?')
  const offers = useQuery(trpc.information.offers.queryOptions())
  const today = useQuery(trpc.information.consultations.queryOptions()).data
  const offer = offers.data?.find(({ code }) => code === chosen?.code)
  const kind = kindOf(offer, chosen?.kind)
  const show = (code: string, next: ApplicationKind | undefined) =>
    navigate(next === undefined ? `/${code}` : `/${code}/${next}`, { replace: true })
  const choose = (code: string) =>
    show(
      code,
      kindOf(
        offers.data?.find((one) => one.code === code),
        kind,
      ),
    )
  return (
    <div className={styles.screen}>
      <ScreenTitle
        title={words.title}
        note={offer?.name}
        right={today !== undefined && <span role="status">{words.today(figure(today.total))}</span>}
      />
      {offers.data === undefined ? (
        <div className={styles.waiting}>
          {offers.isError ? (
            <FailedState
              title={words.failed}
              reference={faultOf(offers.error, timeZone)}
              onRetry={() => void offers.refetch()}
            >
              {words.failedAction}
            </FailedState>
          ) : (
            <SkeletonRows rows={10} widths={[320, 120, 240]} />
          )}
        </div>
      ) : (
        <>
          <div className={styles.bar}>
            <ComboboxField
              label={words.type}
              labelAt="left"
              width={640}
              placeholder={words.typePlaceholder}
              value={offer?.code ?? null}
              autoFocus={chosen === null}
              options={typeOptions(offers.data)}
              onChange={choose}
            />
          </div>
          {offer === undefined || kind === undefined ? (
            <div className={styles.waiting}>
              <EmptyState title={chosen === null ? words.none : words.gone} top>
                {chosen === null ? words.noneAction : words.goneAction}
              </EmptyState>
            </div>
          ) : (
            <>
              <section className={styles.card}>
                <Tabs
                  label={words.kinds}
                  current={kind}
                  onChange={(next) => show(offer.code, kindOf(offer, next))}
                  panelClass={styles.tabPanel ?? ''}
                  tabs={offer.kinds.map((one) => ({ key: one.kind, name: one.label, readOnly: true }))}
                >
                  <StandardPage code={offer.code} kind={kind} />
                </Tabs>
              </section>
              {permissions.includes('intake') && (
                <CounterBar key={`${offer.code} ${kind}`} code={offer.code} kind={kind} />
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}

/** The kind asked for where the type has it, else its first. */
const kindOf = (offer: OfferView | undefined, asked: string | undefined): ApplicationKind | undefined =>
  (offer?.kinds.find((one) => one.kind === asked) ?? offer?.kinds[0])?.kind
