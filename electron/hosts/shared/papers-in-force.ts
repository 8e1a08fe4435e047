import type { ChosenPapers } from '#domain/chosen-papers.ts'
import { chosenPapers, papersInForce } from '#domain/office-papers.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import type { PapersInForce } from '#services/office-papers.ts'

/** The papers of an open office: those of its file until a record is put in force. */
export function openPapers(shipped: OfficeProfile, choose: (papers: ChosenPapers) => void): PapersInForce {
  let changes = 0
  let present = papersInForce(shipped, [])
  return {
    shipped,
    present: () => present,
    put: (record) => {
      if (record.length < changes) return
      changes = record.length
      present = papersInForce(shipped, record)
      choose(chosenPapers(shipped, record))
    },
  }
}
