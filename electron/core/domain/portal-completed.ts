import { isRecord, isSameValue } from './portal-merge.ts'
import { isAnswer } from './portal-online.ts'
import type { PortalData } from './portal-sync.ts'

/** What the contract wants of an applicant and this side does not keep. */
const unkept: PortalData = {
  religion: null,
  maritalStatus: null,
  occupation: null,
  almaMater: null,
  graduationYear: null,
}

/** Whether two parts are about different things: what is said of the one is not said of the other. */
const isOfAnother = (ours: PortalData, theirs: PortalData): boolean =>
  ['id', 'number'].some((name) => {
    const [own, other] = [ours[name] ?? null, theirs[name] ?? null]
    return own !== null && other !== null && own !== other
  })

/** A line of a list as the portal has it, where it says there what it says here. */
const lineOver = (ours: unknown, theirs: readonly unknown[]): unknown =>
  theirs.find(
    (one) =>
      isRecord(ours) &&
      isRecord(one) &&
      Object.entries(ours).every(([name, value]) => isSameValue(value, one[name])),
  ) ?? ours

/** A part of an entity over what the portal has in its place. */
function partOver(name: string, ours: unknown, theirs: unknown): unknown {
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.map((one) => lineOver(one, theirs as readonly unknown[]))
  if (!isRecord(ours) || !isRecord(theirs) || isOfAnother(ours, theirs)) return ours
  // Of the answers all are known here: one that is gone was taken back. What is no answer stays with the portal.
  const unknown = Object.entries(theirs).filter(([, value]) => name !== 'technical' || !isAnswer(value))
  return { ...Object.fromEntries(unknown), ...ours }
}

/**
 * An entity as it is sent: what we say over what the portal has, and nothing of the contract left out. Fields that this side does
 * not know are kept as they are there, inside of parts and lists too.
 */
export const completed = (
  entity: string,
  ours: PortalData,
  known: { readonly data: PortalData } | null | undefined,
): PortalData => ({
  ...(entity === 'applicant' ? unkept : {}),
  ...known?.data,
  ...Object.fromEntries(
    Object.entries(ours).map(([name, value]) => [name, partOver(name, value, known?.data[name])]),
  ),
})
