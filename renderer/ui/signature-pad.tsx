import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import { inkPath, signatureSize, withPoint } from '#domain/ink.ts'
import type { Stroke } from '#domain/ink.ts'
import styles from './signature-pad.module.css'

/** Wide enough to be read on paper at a third of its size. */
const penWidth = 5

function draw(pen: CanvasRenderingContext2D, strokes: readonly Stroke[], ink: string): void {
  pen.clearRect(0, 0, signatureSize.width, signatureSize.height)
  pen.lineWidth = penWidth
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = ink
  for (const stroke of strokes) pen.stroke(new Path2D(inkPath(stroke)))
}

interface SignaturePadProps {
  label: string
  strokes: readonly Stroke[]
  /** Left out: it is only shown. */
  onChange?: (strokes: readonly Stroke[]) => void
}

/** A field to sign in with finger, pen or mouse: black ink on white paper in both schemes. */
export function SignaturePad({ label, strokes, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  // Several moves of the pen come before the next drawing.
  const latest = useRef(strokes)
  useEffect(() => {
    latest.current = strokes
    const pen = canvas.current?.getContext('2d')
    if (pen && canvas.current) draw(pen, strokes, getComputedStyle(canvas.current).color)
  }, [strokes])
  const change = (to: readonly Stroke[]) => {
    latest.current = to
    onChange?.(to)
  }
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const frame = canvas.current?.getBoundingClientRect()
    if (frame === undefined || frame.width === 0) return { x: 0, y: 0 }
    const scale = signatureSize.width / frame.width
    return { x: (clientX - frame.left) * scale, y: (clientY - frame.top) * scale }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    change(withPoint([...latest.current, []], pointOf(event)))
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const moves = event.nativeEvent.getCoalescedEvents?.() ?? []
    change((moves.length > 0 ? moves : [event]).map(pointOf).reduce(withPoint, latest.current))
  }
  return (
    <canvas
      ref={canvas}
      className={styles.pad}
      role="img"
      aria-label={label}
      width={signatureSize.width}
      height={signatureSize.height}
      data-writes={onChange === undefined ? undefined : true}
      {...(onChange === undefined ? {} : { onPointerDown: begin, onPointerMove: go })}
    />
  )
}

/** The picture that is kept: the ink alone, without paper. */
export function pictureOf(strokes: readonly Stroke[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = signatureSize.width
  canvas.height = signatureSize.height
  const pen = canvas.getContext('2d')
  if (pen) draw(pen, strokes, 'black')
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('the signature could not be made into a picture'))
    }, 'image/png')
  })
}
