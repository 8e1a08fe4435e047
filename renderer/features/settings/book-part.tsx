import { BookBar } from './book-bar.tsx'
import { OfficialPane, OfficialsTable } from './officials-part.tsx'
import { PartFrame } from './part-frame.tsx'
import { ProcedureDiagram, StagePane } from './procedure-part.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'
import { SigningServicePane } from './signing-service-form.tsx'
import { TypePane, TypesTable } from './types-part.tsx'
import { useBook } from './use-book.ts'
import type { BookPart as BookPartName } from './use-book.ts'

/** *Pejabat*, *Alur*, *Jenis izin*: what the data files say, at the left; the one that is chosen, explained. */
export function BookPart({ part, opened, onOpen, title }: SettingsPartProps & { part: BookPartName }) {
  const book = useBook(part)
  const props = { part, book, selected: idOf(opened) }
  return (
    <PartFrame<unknown>
      title={title}
      onOpen={onOpen}
      query={book.shown}
      above={
        <BookBar typed={part === 'procedure' ? null : book.typed} onTyped={book.setTyped} file={book.file} />
      }
      list={() => <BookList {...props} onSelect={(id) => onOpen({ id })} />}
      pane={part === 'officials' && opened === null ? <SigningServicePane /> : <BookPane {...props} />}
    />
  )
}

interface BookProps {
  part: BookPartName
  book: ReturnType<typeof useBook>
  selected: string | undefined
}

function BookList({ part, book, selected, onSelect }: BookProps & { onSelect: (key: string) => void }) {
  const { officials, procedure, types } = book
  if (part === 'officials' && officials.data !== undefined)
    return <OfficialsTable posts={officials.data.posts} selected={selected} onSelect={onSelect} />
  if (part === 'procedure' && procedure.data !== undefined)
    return <ProcedureDiagram view={procedure.data} selected={selected} onSelect={onSelect} />
  if (part === 'types' && types.data !== undefined)
    return <TypesTable types={types.data.types} selected={selected} onSelect={onSelect} />
  return null
}

function BookPane({ part, book, selected }: BookProps) {
  const { officials, procedure, on } = book
  if (part === 'officials')
    return <OfficialPane post={officials.data?.posts.find(({ code }) => code === selected)} />
  if (part === 'procedure')
    return procedure.data === undefined ? null : <StagePane view={procedure.data} code={selected} />
  return <TypePane code={selected} on={on} />
}
