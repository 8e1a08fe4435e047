import { monthNames } from './indonesian.ts'
import type { DateRefusal, OfficeDate } from './office-date.ts'
import { officeDateFrom, parseOfficeDate } from './office-date.ts'
import { refuse } from './result.ts'
import type { Result } from './result.ts'

export type TypedDateRefusal = DateRefusal | { readonly code: 'date-year-short'; readonly typed: string }

/**
 * Reads a day as a clerk types it: `25-02-2021`, `25/2/2021`, `25.02.2021`, `25022021`, `25 Februari 2021`, `25 Feb 2021`,
 * and the form of files `2021-02-25`. Day before month, always.
 * Refuses `date-malformed`, `date-not-in-calendar`, and `date-year-short` for a year of two digits, which would be a guess.
 */
export function parseTypedDate(text: string): Result<OfficeDate, TypedDateRefusal> {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) return parseOfficeDate(typed)
  const match =
    /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d+)$/.exec(typed) ??
    /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(typed) ??
    /^(\d{1,2})[ -]?([A-Za-z]{3,})\.?[ -]?(\d+)$/.exec(typed)
  if (match === null) return refuse({ code: 'date-malformed', typed: text })
  const [, day = '', monthText = '', yearText = ''] = match
  const month = /^\d+$/.test(monthText) ? Number(monthText) : monthOfName(monthText)
  if (month === undefined) return refuse({ code: 'date-malformed', typed: text })
  if (yearText.length === 2) return refuse({ code: 'date-year-short', typed: text })
  return officeDateFrom({ year: Number(yearText), month, day: Number(day) }, text)
}

function monthOfName(name: string): number | undefined {
  const typed = name.toLowerCase()
  // "Agt" and "Nop" are common on identity papers.
  const usual =
    typed === 'agt' || typed === 'ags' ? 'agu' : typed.startsWith('nop') ? `nov${typed.slice(3)}` : typed
  const index = monthNames.findIndex((month) => month.toLowerCase().startsWith(usual))
  return index < 0 ? undefined : index + 1
}
