import type { ApplicationState } from '#domain/application-state.ts'
import { lastChange } from '#domain/correction-rules.ts'
import { erratumAtWork, openErratum } from '#domain/erratum.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { words } from './city.ts'
import { oneOf, takeIn, wordOf, type Move } from './counter-moves.ts'
import { hoursOf, placeOf, withPapers } from './people.ts'
import type { World } from './world.ts'

const isInForce = ({ product, permitEnd, openStages }: ApplicationState): boolean =>
  product?.kind === 'permit' && product.activatedAt !== null && permitEnd === null && openStages.length === 0

const isOnPaper = ({ product }: ApplicationState): boolean =>
  product?.kind === 'permit' && product.number !== null

/** Its holder comes with the permit and asks for another one, or for its end. */
async function comeBack(
  world: World,
  pick: number,
  value: number,
  change: (form: IntakeForm) => Partial<IntakeForm>,
): Promise<string> {
  const state = await oneOf(world, pick, isInForce)
  if (!state) return 'nobody'
  const form = formOfApplication(words.office, state)
  const target = {
    targetPermitId: state.product?.id ?? null,
    targetPermitNumber: state.product?.number?.text ?? '',
  }
  return takeIn(world, await withPapers(world, value, { ...form, ...target, ...change(form) }))
}

/** What becomes of permits after they were given. */
export const permitMoves: Readonly<Record<string, Move>> = {
  renew: (world, pick, value) => comeBack(world, pick, value, () => ({ kind: 'renewal' })),
  'end a permit': (world, pick, value) =>
    comeBack(world, pick, value, () => ({ kind: 'revocation', reasonCode: 'moved' })),
  'ask for a Ralat': async (world, pick, value) => {
    const state = await oneOf(world, pick, isOnPaper)
    if (!state) return 'nobody'
    const order = {
      applicationId: state.id,
      erratumId: world.newId(),
      reason: `Nama tempat praktik salah ${value}`,
      sheetBack: value % 3 > 0,
      statement: 'Masih di pemohon',
    }
    const who = world.as('print-desk')
    return wordOf(await world.act(({ services }) => services.askErratum(order, who)))
  },
  'answer a Ralat': async (world, pick, value) => {
    const state = await oneOf(world, pick, (one) => openErratum(one) !== null)
    const open = state && openErratum(state)
    if (!state || !open) return 'nobody'
    const approves = value % 4 > 0
    const order = { applicationId: state.id, erratumId: open.id, approves, reason: 'Sudah benar' }
    const who = world.as('supervisor')
    return wordOf(await world.act(({ services }) => services.answerErratum(order, who)))
  },
  'put a Ralat right': async (world, pick, value) => {
    const state = await oneOf(world, pick, (one) => erratumAtWork(one) !== null)
    if (!state) return 'nobody'
    const form = formOfApplication(words.office, state)
    const order = {
      applicationId: state.id,
      correctionId: world.newId(),
      seenCorrections: lastChange(state)?.count ?? 0,
      form: {
        ...form,
        ...(value % 2 === 0 ? { facilityName: placeOf(value) } : { schedule: hoursOf(value).map(dotted) }),
      },
      reason: 'Ralat',
      consent: null,
      printerId: null,
    }
    const who = world.as('front-office')
    return wordOf(await world.act(({ services }) => services.correctIntake(order, who)))
  },
}

/** Hours as a clerk types them. */
const dotted = (session: ReturnType<typeof hoursOf>[number]) => ({
  ...session,
  from: '08.00',
  until: '11.00',
})
