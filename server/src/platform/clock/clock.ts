import type { Day } from '@jiannuo/contract/values.ts'

/** Where the product gets the time from. `today` is the day in the city's zone. */
export interface Clock {
  now(): Date
  today(): Day
  /** Milliseconds this clock runs ahead of the real one; 0 in production. */
  readonly offset: number
}

const zone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export const dayOf = (moment: Date): Day => zone.format(moment)

/** The real clock, or for tests and demos one that runs ahead or behind by a fixed offset. */
export class ShiftedClock implements Clock {
  offset: number
  constructor(offset = 0) {
    this.offset = offset
  }
  now() {
    return new Date(Date.now() + this.offset)
  }
  today() {
    return dayOf(this.now())
  }
  /** Makes the given moment the present one; the clock runs on from there. A bare day means nine in the morning. */
  moveTo(moment: string) {
    const instant = /^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T09:00:00+08:00` : moment
    this.offset = new Date(instant).getTime() - Date.now()
  }
}
