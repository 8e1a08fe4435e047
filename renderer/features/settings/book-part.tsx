import { OfficialPane, OfficialsTable } from './officials-part.tsx'
import { ProcedureDiagram, StagePane } from './procedure-part.tsx'
import { TypePane, TypesTable } from './types-part.tsx'
import type { useBook } from './use-book.ts'

interface BookProps {
  part: string
  book: ReturnType<typeof useBook>
  selected: string | undefined
}

/** What the data files say, at the left. */
export function BookList({
  part,
  book,
  selected,
  onSelect,
}: BookProps & { onSelect: (key: string) => void }) {
  const { officials, procedure, types } = book
  if (part === 'officials' && officials.data !== undefined)
    return <OfficialsTable posts={officials.data.posts} selected={selected} onSelect={onSelect} />
  if (part === 'procedure' && procedure.data !== undefined)
    return <ProcedureDiagram view={procedure.data} selected={selected} onSelect={onSelect} />
  if (part === 'types' && types.data !== undefined)
    return <TypesTable types={types.data.types} selected={selected} onSelect={onSelect} />
  return null
}

/** The one that is chosen, explained. */
export function BookPane({ part, book, selected }: BookProps) {
  const { officials, procedure, on } = book
  if (part === 'officials')
    return <OfficialPane post={officials.data?.posts.find(({ code }) => code === selected)} />
  if (part === 'procedure')
    return procedure.data === undefined ? null : <StagePane view={procedure.data} code={selected} />
  return <TypePane code={selected} on={on} />
}
