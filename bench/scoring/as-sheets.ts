import {
  BOUNDS,
  CITY,
  COUPLING,
  type Found,
  GROUP_MAX,
  GROUPS,
  groupOf,
  PANEL_POINTS,
  POINTS,
  type Workload,
} from './workload.ts'

export type Cell = string | number | null
/** Rows by the name of their sheet; a text that begins with `=` is a formula. */
export type Sheets = Record<'facts' | 'ratings' | 'members' | 'branches' | 'organs', Cell[][]>

/** 1 is A. */
function letters(column: number): string {
  const rest = (column - 1) % 26
  return (column > 26 ? letters((column - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest)
}

const FIRST_FACT = 4
/** Below the header. */
const FIRST_ROW = 2
const across = (from: number, to: number, row: number | string) => `${letters(from)}${row}:${letters(to)}${row}`

/** Points of a group for the member in the row: missing facts leave both sums, as the points above the columns say. */
function group(g: number, row: number): string {
  const at = POINTS.flatMap((_, i) => (groupOf(i) === g ? [FIRST_FACT + i] : []))
  const range = (of: number | string) => `facts.${across(at[0]!, at.at(-1)!, of)}`
  const points = `facts.$${letters(at[0]!)}$1:$${letters(at.at(-1)!)}$1`
  const hasPanel = g === GROUPS - 1
  const full = POINTS.reduce((sum, each, i) => (groupOf(i) === g ? sum + each : sum), hasPanel ? PANEL_POINTS : 0)
  const slips = `ratings.${across(1, CITY.ratings, row)}`
  const panel = hasPanel ? `+(SUM(${slips})-MIN(${slips})-MAX(${slips}))/(COUNT(${slips})-2)/100*${PANEL_POINTS}` : ''
  const present = `(SUMIF(${range(row)},">=0",${points})${hasPanel ? `+${PANEL_POINTS}` : ''})`
  return `MIN(${GROUP_MAX[g]},(SUMPRODUCT(${range(row)},${points})/100${panel})*${full}/${present})`
}

/** First and last row of each branch: its members stand together. */
function rowsOfBranches({ branch, organOfBranch }: Workload): [number, number][] {
  const rows = Array.from(organOfBranch, (): [number, number] => [0, 0])
  for (const [i, at] of branch.entries()) {
    if (rows[at]![0] === 0) rows[at]![0] = i + FIRST_ROW
    rows[at]![1] = i + FIRST_ROW
  }
  return rows
}

/**
 * The workload as a workbook that a careful clerk would write, a row a member, a branch, an organ: means and ranks look no further
 * than the rows of their unit. Only the rank over all has to look at everybody.
 */
export function asSheets(work: Workload): Sheets {
  const { members, facts, ratings, partner, branch, organOfBranch } = work
  const branches = organOfBranch.length
  const organs = organOfBranch[branches - 1]! + 1
  const ofBranch = rowsOfBranches(work)
  const totals = (from: number, to: number) => `members.$A$${from}:$A$${to}`
  const column = (letter: string) => `branches.$${letter}$${FIRST_ROW}:$${letter}$${branches + FIRST_ROW - 1}`
  const member = (i: number): Cell[] => {
    const row = i + FIRST_ROW
    const base = Array.from({ length: GROUPS }, (_, g) => group(g, row)).join('+')
    const mean = `organs.$C$${organOfBranch[branch[i]!]! + FIRST_ROW}`
    const within = totals(...ofBranch[branch[i]!]!)
    return [
      `=ROUND((${base})*MIN(${COUPLING.ceiling},MAX(${COUPLING.floor},facts.C${row}/${mean})),2)`,
      `=COUNTIF(${within},">"&A${row})+1`,
      `=COUNTIF(${totals(FIRST_ROW, members + FIRST_ROW - 1)},">"&A${row})+1`,
      `=IF(AND(A${row}>=${BOUNDS.excellent},B${row}+COUNTIF(${within},A${row})-1<=INT(ROWS(${within})/3)),0,IF(A${row}>=${BOUNDS.qualified},1,2))`,
    ]
  }
  const branchRow = (at: number): Cell[] => {
    const [from, to] = ofBranch[at]!
    const row = at + FIRST_ROW
    return [
      `=ROUND(SUM(${totals(from, to)})/D${row},2)`,
      `=A${row}*D${row}`,
      organOfBranch[at]!,
      `=ROWS(${totals(from, to)})`,
      `=SUM(facts.$C$${from}:$C$${to})`,
    ]
  }
  const organRow = (at: number): Cell[] => {
    const of = (letter: string) => `SUMIF(${column('C')},B${at + FIRST_ROW},${column(letter)})`
    return [`=ROUND(${of('B')}/${of('D')},2)`, at, `=${of('E')}/${of('D')}`]
  }
  const rows = Array.from({ length: members }, (_, row) => row)
  return {
    facts: [
      ['branch', 'organ', 'partner', ...POINTS],
      ...rows.map((row): Cell[] => [
        branch[row]!,
        organOfBranch[branch[row]!]!,
        partner[row]!,
        ...facts.map(each => (Number.isNaN(each[row]!) ? null : each[row]!)),
      ]),
    ],
    ratings: [[null], ...rows.map(row => [...ratings.subarray(row * CITY.ratings, (row + 1) * CITY.ratings)])],
    members: [['total', 'inBranch', 'overall', 'grade'], ...rows.map(member)],
    branches: [['total', 'weighted', 'organ', 'members', 'partners'], ...ofBranch.map((_, at) => branchRow(at))],
    organs: [['total', 'organ', 'mean partner'], ...Array.from({ length: organs }, (_, at) => organRow(at))],
  }
}

/** What the computed sheets say, to be compared with what the engine finds. */
export function foundIn(
  value: (sheet: 'members' | 'branches' | 'organs', row: number, column: number) => number,
  { members, branches, organs }: Sheets,
): Found {
  const read = (sheet: 'members' | 'branches' | 'organs', rows: Cell[][], column: number) =>
    rows.slice(1).map((_, at) => value(sheet, at + 1, column))
  const cents = (values: number[]) => Float64Array.from(values, each => Math.round(each * 100))
  return {
    totals: cents(read('members', members, 0)),
    inBranch: Int32Array.from(read('members', members, 1)),
    overall: Int32Array.from(read('members', members, 2)),
    grade: read('members', members, 3),
    branches: cents(read('branches', branches, 0)),
    organs: cents(read('organs', organs, 0)),
  }
}
