import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import { isSameValue } from '#domain/portal-merge.ts'
import { sharedFields, sharedPerson } from '#domain/portal-online.ts'
import type { OnlineApplicant, OnlineApplication, OnlineMessage } from '#domain/online-entities.ts'
import type { PortalCall, PortalConflict } from '#domain/portal-sync.ts'
import type { World } from './world.ts'

/** One thing that is not as it must be when both sides are at rest. */
export type Untrue = string

const say = (value: unknown): string => JSON.stringify(value)

type Fields = Readonly<Record<string, unknown>>

/** Fields that differ; one in conflict must be at the portal as the conflict says that it is there. */
function differences(
  what: string,
  ours: Fields,
  theirs: Fields,
  open: readonly PortalConflict[],
): readonly Untrue[] {
  return Object.keys(ours).flatMap((field) => {
    const conflict = open.find((one) => one.field === field)
    if (conflict)
      return isSameValue(conflict.theirs, theirs[field])
        ? []
        : [`${what}.${field} is open, and the portal has ${say(theirs[field])}, not ${say(conflict.theirs)}`]
    return isSameValue(ours[field], theirs[field])
      ? []
      : [`${what}.${field}: here ${say(ours[field])}, there ${say(theirs[field])}`]
  })
}

/** Compares both sides of everything that the office has, and what became of all that was to be told. */
export async function findUntrue(world: World): Promise<readonly Untrue[]> {
  const { queries } = world.station().database
  const found: Untrue[] = []
  const open = await queries.listPortalConflicts(null, 10_000)
  const aside: PortalCall[] = [...(await queries.listPortalCallsAside(10_000))]
  const arrivals = await queries.listPortalArrivals(10_000)
  const { store } = world.city.portal()
  const dossiers = await world.dossiers()
  const numbers = new Map<string, string>()

  for (const state of dossiers) {
    const { id } = state
    const told = {
      of: (kind: string, entityId = id) =>
        aside.some(
          (one) =>
            one.lane === id &&
            (one.kind === kind || one.kind === 'applicant') &&
            (one.entityId === entityId || one.kind === 'applicant'),
        ),
    }
    const events = await queries.history(id)
    const seen = numbers.get(state.registrationNumber.text)
    if (seen !== undefined) found.push(`${id} and ${seen} bear one number`)
    numbers.set(state.registrationNumber.text, id)
    const registered = events.filter((one) => one.body.action === 'registered').length
    if (registered !== 1) found.push(`${id} was registered ${registered} times`)
    if (aside.some((one) => one.lane === id && ['application', 'applicant'].includes(one.kind))) continue
    const there = store.entity('application', id)
    if (!there || there.deleted) {
      found.push(`application ${id} is not at the portal`)
      continue
    }
    const ofThis = open.filter((one) => one.applicationId === id)
    found.push(...compareApplication(state, there.data, ofThis))
    if (!told.of('events')) found.push(...compareEvents(id, events, store.events(id) as readonly Fields[]))
    found.push(...compareDocuments(world, state, ofThis, aside))
    found.push(...comparePapers(world, state, events, aside))
    found.push(...compareMessages(world, state, events))
  }
  found.push(...(await comparePeople(world, dossiers, open, aside)))
  found.push(
    ...(await compareArrived(
      world,
      dossiers,
      arrivals.map((one) => one.entityId),
    )),
  )
  found.push(...(await countCalls(world)))
  for (const fault of world.ledger.faults) found.push(`the station logged ${say(messageOf(fault))}`)
  return found
}

const messageOf = (fault: unknown): unknown => {
  const { err, ...rest } = fault as { readonly err?: unknown }
  return err instanceof Error ? { ...rest, err: err.stack } : fault
}

function compareApplication(
  state: ApplicationState,
  there: Fields,
  open: readonly PortalConflict[],
): readonly Untrue[] {
  const online = there as unknown as OnlineApplication
  const shared = differences(
    `application ${state.id}`,
    sharedFields(state.data),
    sharedFields(online),
    open.filter((one) => one.entity === 'application'),
  )
  const own = {
    registrationNumber: state.registrationNumber.text,
    applicantId: state.applicant.id,
    channel: state.data.channel,
    status: statusOf(state),
    acceptedAt: state.acceptedAt,
    dueOn: state.dueOn,
    clock: state.clock,
    note: state.returned || state.track === 'refusal' || state.withdrawnAt !== null ? state.note : null,
    trackingCode: state.trackingCode,
    permitTypeCode: state.data.permitTypeCode,
    ...(state.openStages.length === 1 && { stage: state.openStages[0]?.stage }),
  }
  return [...shared, ...differences(`application ${state.id}`, own, there, [])]
}

function compareEvents(
  id: string,
  ours: readonly ApplicationEvent[],
  theirs: readonly Fields[],
): readonly Untrue[] {
  const here = ours.map((one) => `${one.seq} ${one.id}`)
  const there = theirs.map((one) => `${String(one['seq'])} ${String(one['id'])}`)
  return isSameValue(here, there)
    ? []
    : [`events of ${id}: ${here.length} here, ${there.length} there, or others`]
}

function compareDocuments(
  world: World,
  state: ApplicationState,
  open: readonly PortalConflict[],
  aside: readonly PortalCall[],
): readonly Untrue[] {
  const { store } = world.city.portal()
  const there = store.ofApplication('document', state.id)
  const root = (id: string): string => {
    const before = state.documents.find((one) => one.replacedBy === id)
    return before ? root(before.id) : id
  }
  const here = state.documents.filter((one) => one.replacedBy === null && !one.removed && one.sha256 !== null)
  return here.flatMap((one) => {
    const id = root(one.id)
    if (open.some((conflict) => conflict.entityId === id)) return []
    if (aside.some((call) => call.kind === 'document' && call.entityId === id)) return []
    const other = there.find((entity) => entity.id === id)
    if (!other) return [`document ${id} of ${state.id} is not at the portal`]
    const { sha256, check, checkNote, requirementCode } = one
    const own = { sha256, check, checkNote, requirementCode }
    const bytes = store.hasFile(String(sha256)) ? [] : [`file ${String(sha256)} is not at the portal`]
    return [...differences(`document ${id}`, own, other.data, []), ...bytes]
  })
}

function comparePapers(
  world: World,
  state: ApplicationState,
  events: readonly ApplicationEvent[],
  aside: readonly PortalCall[],
): readonly Untrue[] {
  const { store } = world.city.portal()
  const { product } = state
  const isAside = (id: string): boolean => aside.some((one) => one.entityId === id)
  const untrue: Untrue[] = []
  if (product?.kind === 'permit' && product.activatedAt !== null && !isAside(product.id)) {
    const there = store.entity('permit', product.id)
    const own = {
      number: product.number?.text,
      issuedOn: product.issuedOn,
      validUntil: product.validUntil,
      verificationCode: product.verificationCode,
      // Nothing that these people have runs out within a history.
      status: state.permitEnd?.status ?? 'active',
      statusReason: state.permitEnd?.reason ?? null,
    }
    untrue.push(
      ...(there
        ? differences(`permit ${product.id}`, own, there.data, [])
        : [`permit ${product.id} is not at the portal`]),
    )
  }
  if (product && product.kind !== 'permit' && product.activatedAt !== null && !isAside(product.id)) {
    const there = store.entity('letter', product.id)
    const { number, issuedOn, verificationCode } = product
    const own = { number: number?.text, issuedOn, verificationCode }
    untrue.push(
      ...(there
        ? differences(`letter ${product.id}`, own, there.data, [])
        : [`letter ${product.id} is not at the portal`]),
    )
  }
  // What a Ralat has given up is void wherever it was told of.
  for (const { id } of state.formerProducts) {
    const there = store.entity('permit', id)
    if (there && there.data['status'] !== 'void' && !isAside(id))
      untrue.push(`permit ${id}, given up by a Ralat, is ${say(there.data['status'])} at the portal`)
  }
  for (const { body } of events)
    if (
      body.action === 'handed-over' &&
      !store.entity('handover', body.handoverId) &&
      !isAside(body.handoverId)
    )
      untrue.push(`handover ${body.handoverId} is not at the portal`)
  return untrue
}

/** Each message is at both sides, once. */
function compareMessages(
  world: World,
  state: ApplicationState,
  events: readonly ApplicationEvent[],
): readonly Untrue[] {
  const there = world.city
    .portal()
    .store.ofApplication('message', state.id)
    .map((one) => one.data as unknown as OnlineMessage)
  const sent = events.flatMap(({ body }) => (body.action === 'message-sent' ? [body.messageId] : []))
  const received = events.flatMap(({ body }) => (body.action === 'message-received' ? [body.messageId] : []))
  const twice = [...sent, ...received].filter((id, i, all) => all.indexOf(id) !== i)
  return [
    ...twice.map((id) => `message ${id} stands twice in ${state.id}`),
    ...sent
      .filter((id) => !there.some((one) => one.id === id))
      .map((id) => `message ${id} of the office is not at the portal`),
    ...there
      .filter((one) => one.from === 'applicant' && !received.includes(one.id))
      .map((one) => `message ${one.id} of the applicant is not in ${state.id}`),
  ]
}

async function comparePeople(
  world: World,
  dossiers: readonly ApplicationState[],
  open: readonly PortalConflict[],
  aside: readonly PortalCall[],
): Promise<readonly Untrue[]> {
  const { store } = world.city.portal()
  const untrue: Untrue[] = []
  const people = new Set(dossiers.map((one) => one.applicant.id))
  const { work } = world.station().database
  for (const id of people) {
    const done = await work.run(async (stores) => ({
      ok: true as const,
      value: await stores.applicants.find(id),
    }))
    const here = done.ok ? done.value : undefined
    if (!here) {
      untrue.push(`person ${id} is not in the register`)
      continue
    }
    if (here.joinedTo !== undefined) untrue.push(`dossiers still name ${id}, who is ${here.joinedTo} now`)
    if (aside.some((one) => one.kind === 'applicant' && one.entityId === id)) continue
    const there = store.entity('applicant', id)
    if (!there) untrue.push(`person ${id} is not at the portal`)
    else
      untrue.push(
        ...differences(
          `person ${id}`,
          sharedPerson(here),
          sharedPerson(there.data as unknown as OnlineApplicant),
          open.filter((one) => one.entity === 'applicant' && one.entityId === id),
        ),
      )
  }
  return untrue
}

/** What applicants and the agency sent has its place, or waits for a clerk. */
async function compareArrived(
  world: World,
  dossiers: readonly ApplicationState[],
  waiting: readonly string[],
): Promise<readonly Untrue[]> {
  const { store } = world.city.portal()
  const { queries } = world.station().database
  const untrue: Untrue[] = []
  for (const one of store.entities('application')) {
    const online = one.data as unknown as OnlineApplication
    if (online.channel !== 'online' || online.status === 'draft' || online.status === 'withdrawn') continue
    if (dossiers.some((state) => state.id === one.id) || waiting.includes(one.id)) continue
    if (await wasSettled(world, one.id)) continue
    untrue.push(`online application ${one.id} (${online.status}) is nowhere`)
  }
  for (const one of store.entities('decision')) {
    const state = dossiers.find((dossier) => dossier.id === one.data['applicationId'])
    const applied = state?.outputs.filter((output) => output.decisionId === one.id) ?? []
    const kinds = applied.map((output) => output.kind)
    if (new Set(kinds).size !== kinds.length) untrue.push(`decision ${one.id} was applied twice`)
    const known = await queries.findPortalKnown('decision', one.id)
    if (!known) untrue.push(`decision ${one.id} was never read`)
  }
  return untrue
}

async function wasSettled(world: World, entityId: string): Promise<boolean> {
  const { queries } = world.station().database
  for (const id of world.ledger.arrivals) {
    const arrival = await queries.findPortalArrival(id)
    if (arrival?.entityId === entityId && arrival.settled) return true
  }
  return false
}

/** Every call that was ever made is somewhere, and nothing that was refused is gone. */
async function countCalls(world: World): Promise<readonly Untrue[]> {
  const { queries } = world.station().database
  const { waiting, aside, done, replaced } = await queries.countPortalCalls()
  const { calls, conflicts, arrivals, picked } = world.ledger
  const untrue: Untrue[] = []
  if (waiting > 0 && aside === 0) untrue.push(`${waiting} calls wait, and nothing holds them up`)
  if (waiting + aside + done + replaced !== calls.size)
    untrue.push(
      `${calls.size} calls were made, ${done} done, ${aside} aside, ${waiting} waiting, ${replaced} replaced`,
    )
  for (const id of conflicts) {
    const conflict = await queries.findPortalConflict(id)
    if (!conflict) untrue.push(`conflict ${id} is gone`)
    else if (conflict.settled && conflict.settled.by !== 'Sistem' && !picked.has(id))
      untrue.push(`conflict ${id} was settled by nobody`)
  }
  for (const id of arrivals) if (!(await queries.findPortalArrival(id))) untrue.push(`arrival ${id} is gone`)
  return untrue
}
