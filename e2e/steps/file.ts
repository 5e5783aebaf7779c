import { fileRound, listEligibility } from '@jiannuo/contract/appraisal/filing.ts'
import { listOwnAppraisals } from '@jiannuo/contract/appraisal/rating.ts'
import { raiseObjection, readResult } from '@jiannuo/contract/appraisal/result.ts'
import { expect } from 'vitest'
import { ROUNDS } from './appraise.ts'
import { keptIn, type Step } from './world.ts'

export const filing: Step[] = [
  [
    'the member sees grade and trace and objects to one part; nobody else sees them',
    async ({ at: { member, colleague, group }, kept }) => {
      const own = (await member.send(listOwnAppraisals)).items[0]!
      const resultId = own.result?.id ?? ''
      kept.set('result', resultId)
      await member.goTo('/my-results')
      await member.follow('看结果和计算过程')
      await member.headed('我的分数是怎么来的')
      await member.sees(/年\d+|\d+月\d+日云汀会议第12次评定/)
      await member.sees(/ = \d+\.\d\d/)
      await colleague.session()
      for (const other of [colleague, group]) {
        expect((await other.ask(readResult, { params: { resultId } })).status).toBe(404)
        expect(
          (await other.ask(raiseObjection, { params: { resultId }, body: { node: 'grade', text: '替他提' } })).status,
        ).toBe(404)
      }
      await member.follow('提异议')
      await member.headed('对结果的一项提异议')
      await member.page.getByLabel('对哪一项').selectOption({ index: 1 })
      await member.fill('哪里不对', '组织生活参加了12次，没有计入。')
      await member.press('提出异议')
      await member.sees('已提出')
    },
  ],
  [
    'the branch answers the objection in writing; until then and until the period ends nothing is filed',
    async world => {
      const { branch, member } = world.at
      const params = { roundId: keptIn(world, 'member') }
      await branch.actAs('branchSecretary')
      expect((await branch.ask(fileRound, { params })).code).toBe('FILING_OBSTACLE')
      await branch.goTo('/appraisal/objections')
      await branch.headed('1 件异议等书面答复')
      await branch.press('答复')
      await branch.choose('结论', '维持')
      await branch.fill('书面答复', '签到记录只有10次，另2次是请假，结果维持。')
      await branch.press('送达答复')
      await branch.headed('没有等待答复的异议')
      expect((await branch.ask(fileRound, { params })).code).toBe('FILING_OBSTACLE')
      await member.goTo(`/results/${keptIn(world, 'result')}`)
      await member.sees('签到记录只有10次，另2次是请假，结果维持。')
    },
  ],
  [
    'when the objection period is over every level is filed, hashed and replayed',
    async world => {
      await world.product.moveTo('2027-01-20')
      for (const [level, runner, role] of ROUNDS) {
        const person = world.at[runner]
        await person.actAs(role)
        await person.goTo(`/appraisal/${keptIn(world, level)}`)
        await person.follow('去备案')
        await person.press('备案')
        await person.headed(/：已备案$/)
        await person.sees('已重新计算，与备案时一致')
        expect(await person.page.locator('code').first().textContent()).toMatch(/^[0-9a-f]{64}$/)
        expect((await person.ask(fileRound, { params: { roundId: keptIn(world, level) } })).code).toBe('STATE_CONFLICT')
      }
    },
  ],
  [
    'each person finds his filed grade and how it came about',
    async ({ at }) => {
      for (const [level, , , subject] of ROUNDS) {
        const person = at[subject]
        const own = (await person.send(listOwnAppraisals)).items.find(one => one.level === level)!
        expect(own.state).toBe('filed')
        const grade = own.grades.find(one => one.id === own.result?.grade)?.title.zh ?? ''
        expect(grade).not.toBe('')
        await person.goTo(`/results/${own.result?.id}`)
        await person.headed('我的分数是怎么来的')
        await person.sees(grade)
      }
    },
  ],
  [
    'the results are there to be used: who may be put forward, and why the others not',
    async ({ at }) => {
      for (const [level, runner] of ROUNDS) {
        await at[runner].goTo(`/appraisal/eligibility?level=${level}`)
        await at[runner].headed(/：\d+ 人中 \d+ 人符合$/)
        const list = await at[runner].send(listEligibility, { query: { level } })
        expect(list.items.flatMap(one => one.uses).filter(use => !use.eligible && use.why.length === 0)).toEqual([])
      }
      expect((await at.member.ask(listEligibility, { query: { level: 'member' } })).status).toBe(403)
    },
  ],
  [
    'no page reported an error to the browser on the way',
    async ({ at, product }) => {
      const errors = Object.values(at).flatMap(person => person.errors.map(error => `${person.name}: ${error}`))
      expect(errors, product.output()).toEqual([])
    },
  ],
]
