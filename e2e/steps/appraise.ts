import { listOwnAppraisals, listTellings, rateAsOrganisation, rateSelf } from '@jiannuo/contract/appraisal/rating.ts'
import { computeRound } from '@jiannuo/contract/appraisal/result.ts'
import { prepareSitting, type Round, readRound } from '@jiannuo/contract/appraisal/round.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { expect } from 'vitest'
import { PHONE } from '../browser.ts'
import { type Caller, Person } from './person.ts'
import { count, slips, tellTheSame } from './slips.ts'
import { keptIn, type Shown, type Step, type World } from './world.ts'

/** Each level with who runs its round, in which role, and whose own rating is shown at the browser. */
export const ROUNDS: readonly (readonly [level: Level, runner: Shown, role: string, subject: Shown, grade: string])[] =
  [
    ['member', 'branch', 'branchSecretary', 'member', '合格'],
    ['branchSecretary', 'organ', 'organCommittee', 'branch', '好'],
    ['organCommitteeSecretary', 'staff', 'workCommittee', 'organ', '好'],
    ['partyGroupSecretary', 'city', 'cityCommittee', 'group', '好'],
  ]

export const appraising: Step[] = [
  [
    'the round of every level is opened by whoever appraises it, tellers are named, and the rating begins',
    async world => {
      await world.product.moveTo('2026-12-22')
      for (const [level, runner, role] of ROUNDS) {
        const person = world.at[runner]
        await person.actAs(role)
        await person.goTo('/appraisal')
        await person.page
          .getByRole('listitem')
          .filter({ hasText: OPENED[level] })
          .getByRole('button', { name: '开始筹备' })
          .click()
        await person.headed(/：筹备$/)
        world.kept.set(level, person.page.url().split('/').at(-1) ?? '')
        await nameTellers(world, level, person)
        await person.goTo(`/appraisal/${keptIn(world, level)}`)
        await person.press('开始评议')
        await person.headed(/：评议中$/)
      }
      const members = await world.at.branch.ask(readRound, {
        params: { roundId: keptIn(world, 'organCommitteeSecretary') },
      })
      expect(members.status).toBe(404)
    },
  ],
  [
    'everybody rates himself, at the browser once a level',
    async world => {
      for (const [level, , , subject, grade] of ROUNDS) {
        const person = world.at[subject]
        if (subject === 'branch') await person.actAs('branchSecretary')
        const own = (await person.send(listOwnAppraisals)).items.find(one => one.level === level)!
        await person.goTo('/my-results')
        await person.page.locator(`a[href$="/my-results/${own.subjectId}/self"]`).first().click()
        await person.headed('2026年度自评')
        await person.choose('我给自己评', grade)
        await person.press('交自评')
        await person.sees(`已自评：${grade}`)
      }
      for (const caller of world.callers.values())
        for (const own of (await caller.send(listOwnAppraisals)).items.filter(one => one.self === null))
          await caller.send(rateSelf, {
            params: { subjectId: own.subjectId },
            body: { grade: own.grades[1]!.id, reason: '' },
          })
    },
  ],
  [
    'the organisation rates each, nobody himself; the city committee by its document',
    async world => {
      for (const [level, runner, role] of ROUNDS) {
        const person = world.at[runner]
        await person.actAs(role)
        const round = await readRoundAs(world, level, person)
        await person.goTo(`/appraisal/${round.id}/organisation`)
        const title = round.grades[level === 'member' ? 1 : 0]!.title.zh
        await person.choose('等次', title)
        await person.fill('理由', '按承诺完成情况和日常表现评定。')
        if (level === 'partyGroupSecretary') await person.fill(/决定的文号/, '云委〔2026〕31号')
        await person.press('保存')
        await person.sees(/都评定好了|还有 \d+ 人没有评定/)
        await rateTheRest(world, level, person)
      }
      const { branch } = world.at
      const own = (await readRoundAs(world, 'member', branch)).people.find(one => one.name === branch.name)!
      expect(
        (
          await branch.ask(rateAsOrganisation, {
            params: { subjectId: own.id },
            body: { grade: 'excellent', reason: '…' },
          })
        ).code,
      ).toBe('RATING_ONESELF')
    },
  ],
  [
    'two tellers count the paper slips; a difference is told without the other’s figures, agreement seals',
    async world => {
      const [first, second] = tellersOf(world)
      const shown = await Person.back(world.browser, world.product.url, first!, PHONE)
      const sitting = (await shown.send(listTellings)).items.find(one => one.about === 'member' && one.turn === 'mine')!
      await shown.goTo('/my-results')
      await shown.page.locator(`a[href$="/tellings/${sitting.sittingId}"]`).first().click()
      await shown.headed(/录入票数$/)
      const sheet = await count(shown, sitting.sittingId, slips)
      await shown.sees('您已录入，等第二计票人录入。发现数错了可以重新录入')
      await tellTheSame(second!, sitting.sittingId, sheet)
      await shown.goTo('/my-results')
      await shown.sees('核对一致')
      await shown.page.context().close()
      for (const teller of [first!, second!])
        for (const { sittingId } of (await teller.send(listTellings)).items.filter(
          one => one.turn === 'mine' && one.teller === 'first',
        ))
          await tellTheSame(second!, sittingId, await slips(first!, sittingId), first!)
    },
  ],
  [
    'the results are computed, and a panel below its minimum says that it is not rated',
    async world => {
      for (const [level, runner, role] of ROUNDS) {
        const person = world.at[runner]
        await person.actAs(role)
        await person.goTo(`/appraisal/${keptIn(world, level)}`)
        if (level === 'branchSecretary') await person.sees(/应参加\d人，不足\d人，不计/)
        await person.press('计算结果')
        await person.headed(/：拟定$/)
      }
      expect((await world.at.member.ask(computeRound, { params: { roundId: keptIn(world, 'member') } })).status).toBe(
        404,
      )
    },
  ],
  [
    'the meeting decides the grades and they are released to each person',
    async world => {
      for (const [level, runner] of ROUNDS) {
        const person = world.at[runner]
        await person.goTo(`/appraisal/${keptIn(world, level)}/results`)
        await decideTies(person)
        await person.fill('会议或决定人', '云汀会议第12次')
        await person.press('按会议决定定等次')
        await person.headed(/：已审定$/)
        await person.press('告知本人，开始异议期')
        await person.headed(/：异议期$/)
      }
    },
  ],
]

const OPENED: Record<Level, string> = {
  member: '· 党员',
  branchSecretary: '· 党支部书记',
  organCommitteeSecretary: '· 机关党委书记',
  partyGroupSecretary: '· 党组书记',
}

/** Two members of the other branch: appraised in none of the rounds they count. */
const tellersOf = ({ cast, callers }: World): Caller[] =>
  cast.members[1]!.slice(5, 7).map(one => callers.get(one.login)!)

/** The first panel’s tellers are named on the page, by searching; the others’ by the interface. */
async function nameTellers(world: World, level: Level, runner: Person): Promise<void> {
  const tellers = tellersOf(world)
  const round = await readRoundAs(world, level, runner)
  const open = round.sittings.filter(sitting => sitting.state === 'notStarted')
  for (const sitting of open) {
    if (level === 'member' && sitting === open[0]) {
      await runner.press('定计票人')
      for (const [at, field] of ['第一计票人', '第二计票人'].entries()) {
        const box = runner.page.getByRole('combobox', { name: field })
        await box.fill(tellers[at]!.name)
        await runner.page
          .locator('.ant-select-item-option')
          .filter({ hasText: tellers[at]!.name })
          .filter({ visible: true })
          .first()
          .click()
      }
      if (sitting.takesAdded) await runner.fill(/代表人数/, '4')
      await runner.press('保存')
      await runner.sees(new RegExp(`计票人：${tellers[0]!.name}、${tellers[1]!.name}`))
      continue
    }
    const ids = await Promise.all(tellers.map(teller => personId(teller)))
    await runner.send(prepareSitting, {
      params: { sittingId: sitting.id },
      body: { added: sitting.takesAdded ? 20 : null, firstTeller: ids[0]!, secondTeller: ids[1]! },
    })
  }
}

async function personId(caller: Caller): Promise<string> {
  const { personId } = await caller.session()
  if (!personId) throw new Error(`${caller.name} is no person`)
  return personId
}

async function rateTheRest(world: World, level: Level, runner: Person): Promise<void> {
  const committee = level === 'member' ? world.callers.get(world.cast.committee[0]!.login)! : runner
  if (committee !== runner) await committee.actAs('branchCommittee')
  const round = await readRoundAs(world, level, runner)
  for (const one of round.people.filter(person => !person.organisationRated)) {
    const rater = one.name === committee.name ? runner : committee
    await rater.send(rateAsOrganisation, {
      params: { subjectId: one.id },
      body: {
        grade: round.grades[level === 'member' ? 1 : 0]!.id,
        reason: '集体研究',
        document: level === 'partyGroupSecretary' ? '云委〔2026〕31号' : null,
      },
    })
  }
}

const readRoundAs = (world: World, level: Level, runner: Person): Promise<Round> =>
  runner.send(readRound, { params: { roundId: keptIn(world, level) } })

/** Where the points tie at the cap, nothing is chosen beforehand: the meeting says it. */
async function decideTies(person: Person): Promise<void> {
  for (const group of await person.page.getByRole('group', { name: '定为' }).all())
    if ((await group.getByRole('radio', { checked: true }).count()) === 0) await group.getByRole('radio').nth(1).check()
}
