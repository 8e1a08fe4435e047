import type { Actor } from '#domain/application-event.ts'
import { applicantKeys } from '#domain/applicant-keys.ts'
import type { Applicant } from '#domain/application.ts'
import { isUnderWay } from '#domain/earlier-permit.ts'
import { compareNames } from '#domain/name-comparison.ts'
import type { OnlineApplicant } from '#domain/online-entities.ts'
import { mergeEntity, ownerOfApplicantField } from '#domain/portal-merge.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import { applicantFrom, sharedPerson, withPersonFields } from '#domain/portal-online.ts'
import { portalChanges } from '#domain/wording/portal-fields.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { commitHistory, continueHistory } from './history.ts'
import { keepConflicts } from './portal-conflicts.ts'
import { applicantActor, letWait, type PortalNews, type PortalTurn } from './portal-context.ts'
import { askForPhoto } from './portal-files.ts'

/** A person by id, or the line that took its place; undefined: not in the register. */
export async function findPerson(
  { applicants }: PortalTurn['stores'],
  id: string,
): Promise<Applicant | undefined> {
  let found = await applicants.find(id)
  // The line that took its place may have been joined to another one since.
  while (found?.joinedTo !== undefined) found = await applicants.find(found.joinedTo)
  return found
}

/** As `findPerson` for each of these that is in the register, by the id that was asked for. */
export async function findPersons(
  { applicants }: PortalTurn['stores'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Applicant>> {
  const lines = new Map<string, Applicant>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0;) {
    const found = await applicants.findAll(wanted)
    for (const one of found) lines.set(one.id, one)
    wanted = [...new Set(found.flatMap((one) => one.joinedTo ?? []))].filter((id) => !lines.has(id))
  }
  const lastOf = (one: Applicant | undefined): Applicant | undefined =>
    one?.joinedTo === undefined ? one : lastOf(lines.get(one.joinedTo))
  return new Map(
    ids.flatMap((id) => {
      const person = lastOf(lines.get(id))
      return person ? [[id, person] as const] : []
    }),
  )
}

/**
 * Makes two lines of the register one (portal contract, `nik-taken`): the applications of the first become the other's, its
 * id stays as an alias. What the other one does not know is filled from the first. Repeatable.
 */
export async function joinPersons(
  turn: PortalTurn,
  former: Applicant,
  into: Applicant,
  actor: Actor,
): Promise<Applicant> {
  const { stores, ids, at } = turn
  if (former.id === into.id || former.joinedTo === into.id) return into
  const { data } = mergeEntity(() => 'applicant', null, sharedPerson(former), sharedPerson(into))
  const person: Applicant = {
    ...withPersonFields(into, data),
    nik: into.nik ?? former.nik,
    formerNames: into.formerNames ?? former.formerNames,
  }
  // Read before the line gives up its NIK, so that both are locked.
  const applications = await stores.applications.listByApplicant(former.id)
  await stores.applicants.save({ ...former, nik: null, joinedTo: into.id }, at)
  await stores.applicants.save(person, at)
  for (const state of applications) {
    const applicant = { ...state.applicant, id: into.id }
    const entry = { body: { action: 'applicant-joined', formerId: former.id, applicant }, actor } as const
    const pending = continueHistory({ state, events: [] }, [entry], at, ids, state.id)
    await commitHistory(stores, pending, ids)
  }
  return person
}

export type PersonQuestion = 'applicant-unknown' | 'nik-of-another'

/**
 * The line of somebody who applies at the portal: the one that is known by the portal's id, else the same person taken in at
 * the counter, else a new one.
 *
 * @returns refuses what a clerk has to look at: the NIK belongs to somebody of another name
 */
export async function personFrom(turn: PortalTurn, id: string): Promise<Result<Applicant, PersonQuestion>> {
  const { stores, at } = turn
  const here = await findPerson(stores, id)
  if (here) return ok(here)
  const known = await stores.portal.findKnown('applicant', id)
  if (!known) return refuse('applicant-unknown')
  const theirs = applicantFrom(known.data as unknown as OnlineApplicant)
  const twin = await twinOf(turn, theirs)
  if (twin && compareNames(twin.name, theirs.name) === 'different') return refuse('nik-of-another')
  if (!twin) {
    await stores.applicants.save(theirs, at)
    return ok(theirs)
  }
  return ok(await joinTwin(turn, twin, theirs))
}

/** The line of the same NIK, or of the same passport where there is none. */
export async function twinOf({ stores }: PortalTurn, theirs: Applicant): Promise<Applicant | undefined> {
  const byNik = theirs.nik === null ? undefined : await stores.applicants.findByNik(theirs.nik)
  const twin = byNik ?? (await stores.applicants.findByKeys(applicantKeys(theirs)))
  return twin && findPerson(stores, twin.id)
}

/** The portal's line is the one that stays: its id is known there, and what was entered here is filled in. */
export async function joinTwin(turn: PortalTurn, twin: Applicant, theirs: Applicant): Promise<Applicant> {
  // A NIK stands on one line at a time.
  await turn.stores.applicants.save({ ...theirs, nik: null }, turn.at)
  return joinPersons(turn, twin, theirs, applicantActor(theirs.name))
}

/** A person changed at the portal: contact data at any time, the rest until their first accepted application. */
export async function takeApplicant(
  turn: PortalTurn,
  news: PortalNews,
  known: PortalData | null,
): Promise<void> {
  const { stores } = turn
  const here = await findPerson(stores, news.id)
  if (!here || !news.data) return
  const applications = await stores.applications.listByApplicant(here.id)
  const hasAccepted = applications.some((one) => one.acceptedAt !== null)
  const theirs = sharedPerson(news.data as unknown as OnlineApplicant)
  const ours = sharedPerson(here)
  const base = known && sharedPerson(known as unknown as OnlineApplicant)
  const merged = mergeEntity(ownerOfApplicantField(hasAccepted), base, ours, theirs)
  const last = applications.at(-1)
  await keepConflicts(
    turn,
    {
      entity: 'applicant',
      entityId: news.id,
      applicationId: applications.findLast(isUnderWay)?.id ?? last?.id ?? null,
      version: news.version,
      oursBy: last?.registeredBy.name ?? null,
      oursAt: last?.submittedAt ?? null,
    },
    merged.conflicts,
    ours,
    theirs,
  )
  // Taken, or to be compared with ours.
  const photo = theirs['photoSha256']
  if (last && typeof photo === 'string' && photo !== ours['photoSha256'] && photo !== base?.['photoSha256'])
    await askForPhoto(turn, last.id, photo)
  if (merged.taken.length === 0) return
  const fields = Object.fromEntries(merged.taken.map((field) => [field, merged.data[field]]))
  const person = withPersonFields(here, fields)
  const holder = person.nik === null ? undefined : await stores.applicants.findByNik(person.nik)
  if (holder && holder.id !== here.id) {
    await letWait(turn, news, last?.id ?? null, 'nik-of-another')
    return
  }
  await changePerson(turn, here, fields, applicantActor(person.name), null)
}

/**
 * Changes a person's line and what their open dossiers say of them.
 *
 * @param except  dossier that says so by an event of its own; null: none
 */
export async function changePerson(
  { office, stores, ids, at }: PortalTurn,
  person: Applicant,
  fields: PortalData,
  actor: Actor,
  except: string | null,
): Promise<void> {
  await stores.applicants.save(withPersonFields(person, fields), at)
  for (const state of await stores.applications.listByApplicant(person.id)) {
    if (!isUnderWay(state) || state.id === except) continue
    const applicant = withPersonFields(state.applicant, fields)
    const own = office.types.find((one) => one.code === state.data.permitTypeCode)?.fields ?? []
    const changes = portalChanges(sharedPerson(state.applicant), sharedPerson(applicant), own)
    if (changes.length === 0) continue
    const body = { action: 'changed-online', changes, applicant, data: state.data } as const
    const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
    await commitHistory(stores, pending, ids)
  }
}
