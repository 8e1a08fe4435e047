import { IconBuildingHospital, IconMapPin } from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import type { PlaceView } from '#contract/intake.ts'
import type * as z from 'zod'
import { figure } from '../../lib/format.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import styles from './permit.module.css'

export interface PlacesHeldProps {
  /** From 1. */
  limit: number
  /** Places that count already, without the one asked for or gone on with. */
  taken: readonly z.infer<typeof PlaceView>[]
}

/** The places of a profession as boxes: which are taken, which one this application takes, which stay free. */
export function PlacesHeld({ limit, taken }: PlacesHeldProps) {
  const full = taken.length >= limit
  const boxes = Math.max(limit, taken.length)
  const sentence = words.placesHeld(figure(taken.length), figure(limit))
  return (
    <span className={styles.places} data-full={full ? true : undefined}>
      <span
        className={styles.boxes}
        role="img"
        aria-label={words.placesPicture(sentence, taken.map(placeName))}
      >
        {Array.from({ length: boxes }, (_, index) => {
          const place = taken[index]
          if (place !== undefined)
            return (
              <Tooltip key={index} label={placeName(place)}>
                <span className={styles.box} data-state={place.source}>
                  {place.source === 'declared' ? (
                    <IconMapPin size={14} stroke={2} aria-hidden />
                  ) : (
                    <IconBuildingHospital size={14} stroke={2} aria-hidden />
                  )}
                </span>
              </Tooltip>
            )
          const own = index === taken.length
          return <span key={index} className={styles.box} data-state={own ? 'asked' : 'free'} />
        })}
      </span>
      {sentence}
    </span>
  )
}

/** *RSUD Kota Pontianak (izin), Klinik Siantan, Kubu Raya (diakui pemohon)*. */
const placeName = ({ name, city, source }: z.infer<typeof PlaceView>): string =>
  words.placeTaken([name, city].filter((part) => part !== null && part !== '').join(', '), source)
