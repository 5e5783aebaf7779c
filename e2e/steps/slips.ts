import { enterFirstCount, enterSecondCount, readTelling, type SlipCount } from '@jiannuo/contract/appraisal/rating.ts'
import { expect } from 'vitest'
import type { Caller, Person } from './person.ts'

/** A count of slips such as a meeting gives: everybody entitled came, one slip in six goes to the better grade. */
export async function slips(teller: Caller, sittingId: string): Promise<SlipCount> {
  const sheet = await teller.send(readTelling, { params: { sittingId } })
  const most = sheet.mostPerSubject ?? 0
  const best = Math.floor(most / 6)
  const [first, second] = sheet.grades
  return {
    handedOut: sheet.entitled ?? most,
    returned: most,
    counts: sheet.subjects.map(({ id }) => ({
      subjectId: id,
      grades: {
        ...Object.fromEntries(sheet.grades.map(grade => [grade.id, 0])),
        [first!.id]: best,
        [second!.id]: most - best,
      },
      invalid: 0,
    })),
  }
}

/** Types a count into the teller’s page, person by person, and submits it. */
export async function count(
  teller: Person,
  sittingId: string,
  counted: (teller: Caller, sittingId: string) => Promise<SlipCount>,
): Promise<SlipCount> {
  const sheet = await teller.send(readTelling, { params: { sittingId } })
  const body = await counted(teller, sittingId)
  await teller.fill('发出票数', String(body.handedOut))
  await teller.fill('收回票数', String(body.returned))
  for (const { subjectId, grades } of body.counts) {
    const card = teller.page.getByRole('region', {
      name: sheet.subjects.find(one => one.id === subjectId)?.name ?? '',
      exact: true,
    })
    for (const grade of sheet.grades)
      if (grades[grade.id])
        await card.getByRole('textbox', { name: grade.title.zh, exact: true }).fill(String(grades[grade.id]))
  }
  // A page loaded again has not lost a slip.
  await teller.page.reload()
  expect(await teller.page.getByRole('textbox', { name: '收回票数' }).inputValue()).toBe(String(body.returned))
  await teller.press('录入票数')
  return body
}

/** The second teller: first one slip off, which names the differing cells, then the same. With `first` his count is entered before. */
export async function tellTheSame(second: Caller, sittingId: string, body: SlipCount, first?: Caller): Promise<void> {
  const params = { sittingId }
  if (first) await first.send(enterFirstCount, { params, body })
  const [one, ...others] = body.counts
  const grades = Object.entries(one!.grades).map(([grade, n]) => [grade, n > 1 ? n - 1 : n])
  const off = await second.send(enterSecondCount, {
    params,
    body: { ...body, counts: [{ ...one!, grades: Object.fromEntries(grades) }, ...others] },
  })
  expect(off.matched).toBe(false)
  expect(off.differing.every(cell => cell.subjectId === one!.subjectId)).toBe(true)
  expect((await second.send(enterSecondCount, { params, body })).matched).toBe(true)
}
