import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { handoverWords } from '../../locales/handover.ts'
import { findAmong } from './find-ready.ts'
import type { HandoverList, Lists } from './use-lists.ts'

interface FinderOptions {
  lists: Lists
  onOpen: (list: HandoverList, id: string) => void
  /** Several of a list that is not on the screen have it: it is shown, narrowed to them. */
  onList: (list: HandoverList) => void
  /** Papers that are going out together, begun already; empty: none is. A receipt scanned now joins them. */
  act: readonly string[]
  onJoin: (id: string) => void
}

/** The scan field: a code, a NIK or part of a name leads to what waits or goes home, or to the reason why it does not. */
export function useFinder({ lists, onOpen, onList, act, onJoin }: FinderOptions) {
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
  const showAll = () => {
    setAmong(undefined)
    setText('')
  }
  const ask = async (asked: string) => {
    const [scanned, hits, ready, back, ends] = await Promise.all([
      client.search.scan.query({ text: asked }),
      client.search.find.query({ text: asked.slice(0, 200), limit: 100 }),
      // A scan may come before the list: nobody is told that a paper is not ready because the list is not.
      queries.fetchQuery({ ...trpc.handover.ready.queryOptions(), staleTime: Infinity }),
      queries.fetchQuery({
        ...trpc.handover.papersToGiveBack.queryOptions(lists.asked.back),
        staleTime: Infinity,
      }),
      queries.fetchQuery({ ...trpc.handover.openEnds.queryOptions(lists.asked.ends), staleTime: Infinity }),
    ])
    const places = [
      { list: 'ready', lines: ready.lines },
      { list: 'back', lines: back.lines },
      { list: 'ends', lines: ends.lines },
    ] as const
    const shown = lists.waits ? 'ready' : lists.list
    const inOrder = places.toSorted((a, b) => Number(b.list === shown) - Number(a.list === shown))
    return findAmong<HandoverList>(scanned.applicationId, hits, inOrder)
  }
  const find = async (typed: string, isScan: boolean) => {
    const asked = typed.trim()
    forget()
    if (asked === '') return setAmong(undefined)
    const { list, found } = await ask(asked)
    switch (found.kind) {
      case 'one': {
        const joins = list === 'ready' && isScan && act.length > 0
        showAll()
        if (joins && !act.includes(found.id)) return onJoin(found.id)
        if (!joins) return onOpen(list ?? 'ready', found.id)
        return setSentence(
          handoverWords.alreadyInAct(lists.waiting.find((one) => one.id === found.id)?.holderName ?? ''),
        )
      }
      case 'several':
        onList(list ?? 'ready')
        return setAmong({ text: asked, ids: found.ids })
      case 'nothing':
        return setSentence(handoverWords.nothing(asked))
      case 'not-ready': {
        const { line } = found
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
    /** Of a list, what was found; all of it while nothing is looked for. */
    only: <Line extends DossierLineView>(lines: readonly Line[]): readonly Line[] =>
      among === undefined ? lines : lines.filter((line) => among.ids.includes(line.id)),
    note: among === undefined ? undefined : handoverWords.found(among.text, figure(among.ids.length)),
    showAll,
  }
}

export type Finder = ReturnType<typeof useFinder>
