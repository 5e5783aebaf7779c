import type { Said } from '../column-spec.ts'
import type { CellError, Remark } from '../read-result.ts'
import type { Fault } from '../value/fault.ts'

/** Where something was found. `letter` and `header` are '' when a whole row or sheet is meant. */
export interface Place {
  sheet: string
  row: number
  letter: string
  header: string
}

const LONGEST_VALUE = 60
const MOST_REMARKS = 200

/** Collects errors and remarks of one file within bounds, whatever the file holds. */
export class Findings {
  readonly errors: CellError[] = []
  errorCount = 0
  private readonly maxErrors: number
  private readonly remarksByPlace = new Map<string, Remark>()

  constructor(maxErrors: number) {
    this.maxErrors = maxErrors
  }

  get remarks(): Remark[] {
    return [...this.remarksByPlace.values()]
  }

  error({ sheet, row, letter, header }: Place, value: string, { zh, en, accepted }: Fault) {
    this.errorCount += 1
    if (this.errors.length >= this.maxErrors) return
    const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
    this.errors.push({ sheet, row, column: { letter, header }, value: shown.toWellFormed(), zh, en, accepted })
  }

  /** Equal remarks on one column of a sheet are counted, not repeated. */
  remark({ sheet, row, letter, header }: Place, { zh, en }: Said) {
    const key = `${sheet}\n${letter}\n${zh}`
    const known = this.remarksByPlace.get(key)
    if (known) known.count += 1
    else if (this.remarksByPlace.size < MOST_REMARKS) {
      this.remarksByPlace.set(key, { sheet, row, column: { letter, header }, count: 1, zh, en })
    }
  }
}
