/** Parts of the intake form that an office may demand before its receipt, or leave to the stage at which data are entered. */
export const intakeParts = [
  'identity',
  'phone',
  'type',
  'kind',
  'birth',
  'address',
  'earlier-permit',
  'str',
  'place',
  'schedule',
  'questions',
  'documents',
] as const
export type IntakePart = (typeof intakeParts)[number]

/** Without these a dossier could neither be numbered nor found again. */
export const partsAlwaysNeeded: readonly IntakePart[] = ['identity', 'type', 'kind']
