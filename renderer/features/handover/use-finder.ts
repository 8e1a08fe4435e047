import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { handoverWords } from '../../locales/handover.ts'
import { decideFound } from './find-ready.ts'

interface FinderOptions {
  ready: readonly WaitingPaperView[]
  onOpen: (id: string) => void
  /** Papers that are going out together, begun already; empty: none is. A receipt scanned now joins them. */
  act: readonly string[]
  onJoin: (id: string) => void
  /** It does not wait, but something of it goes home or is left to be done. */
  onOther: (list: 'back' | 'ends', id: string) => void
}

/** The scan field: a code, a NIK or part of a name leads to the permit that waits, or to the reason why it does not. */
export function useFinder({ ready, onOpen, act, onJoin, onOther }: FinderOptions) {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [sentence, setSentence] = useState<string>()
  const [elsewhere, setElsewhere] = useState<string>()
  const [among, setAmong] = useState<{ text: string; ids: readonly string[] }>()
  const forget = () => {
    setSentence(undefined)
    setElsewhere(undefined)
  }
  const find = async (typed: string, isScan: boolean) => {
    const asked = typed.trim()
    forget()
    if (asked === '') return setAmong(undefined)
    const [scanned, hits, waiting, back, ends] = await Promise.all([
      client.search.scan.query({ text: asked }),
      client.search.find.query({ text: asked.slice(0, 200), limit: 100 }),
      // A scan may come before the list: nobody is told that a paper is not ready because the list is not.
      queries.fetchQuery({ ...trpc.handover.ready.queryOptions(), staleTime: Infinity }),
      queries.fetchQuery({ ...trpc.handover.papersToGiveBack.queryOptions(), staleTime: Infinity }),
      queries.fetchQuery({ ...trpc.handover.openEnds.queryOptions(), staleTime: Infinity }),
    ])
    const found = decideFound(scanned.applicationId, hits, waiting.lines)
    switch (found.kind) {
      case 'one':
        setText('')
        setAmong(undefined)
        if (!isScan || act.length === 0) return onOpen(found.id)
        if (!act.includes(found.id)) return onJoin(found.id)
        return setSentence(
          handoverWords.alreadyInAct(ready.find((one) => one.id === found.id)?.holderName ?? ''),
        )
      case 'several':
        return setAmong({ text: asked, ids: found.ids })
      case 'nothing':
        return setSentence(handoverWords.nothing(asked))
      case 'not-ready': {
        const { line } = found
        if (back.some((one) => one.id === line.id)) {
          setText('')
          return onOther('back', line.id)
        }
        if (ends.some((one) => one.id === line.id)) onOther('ends', line.id)
        setElsewhere(line.id)
        const where = line.stages.map((one) => one.label).join(', ')
        return setSentence(
          line.handedOverAt === null
            ? handoverWords.notReady(line.holderName, where === '' ? line.statusLabel : where)
            : handoverWords.alreadyHanded(line.holderName),
        )
      }
    }
  }
  const run = (typed: string, isScan = false) => {
    find(typed, isScan).catch(() => setSentence(handoverWords.searchFailed))
  }
  useScan((scanned) => {
    run(scanned, true)
    return true
  })
  return {
    text,
    setText: (typed: string) => {
      setText(typed)
      forget()
      if (typed.trim() === '') setAmong(undefined)
    },
    run,
    sentence,
    /** The dossier that was found but does not wait here. */
    elsewhere,
    lines: among === undefined ? ready : ready.filter((line) => among.ids.includes(line.id)),
    note: among === undefined ? undefined : handoverWords.found(among.text, figure(among.ids.length)),
    showAll: () => {
      setAmong(undefined)
      setText('')
    },
  }
}
