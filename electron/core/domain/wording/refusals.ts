import { filesWording } from './files.ts'
import { officeWording } from './office.ts'
import type { OfficeRefusal } from './office.ts'
import { personWording } from './person.ts'
import type { PersonRefusal } from './person.ts'
import { practiceWording } from './practice.ts'
import type { PracticeRefusal } from './practice.ts'
import { timeWording } from './time.ts'
import type { TimeTopicRefusal } from './time.ts'
import type { UploadRefusal } from '../upload-rule.ts'
import type { Wording } from './wording.ts'

/** Every refusal that has a sentence. A new topic is a file beside this one and one line in each of the three lists below. */
export type DomainRefusal = PersonRefusal | TimeTopicRefusal | PracticeRefusal | OfficeRefusal | UploadRefusal

/** The topics apart, for the test that no code has two sentences. */
export const refusalTopics = [
  personWording,
  timeWording,
  practiceWording,
  officeWording,
  filesWording,
] as const

const refusalWording: Wording<DomainRefusal> = {
  ...personWording,
  ...timeWording,
  ...practiceWording,
  ...officeWording,
  ...filesWording,
}

/**
 * The Indonesian sentence of a refusal: what happened and what to do, at most two sentences, with what was typed and an
 * example that would pass.
 */
export function sayRefusal<R extends DomainRefusal>(refusal: R): string {
  const say = refusalWording[refusal.code] as (facts: R) => string
  return say(refusal)
}
