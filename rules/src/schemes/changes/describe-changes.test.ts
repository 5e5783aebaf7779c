import type { Scheme } from '@jiannuo/engine/format.ts'
import { organBranch } from '@jiannuo/engine/samples/organ-branch.ts'
import { describe, expect, it } from 'vitest'
import { SHIPPED_SCHEMES } from '../defaults.ts'
import { describeChanges } from './describe-changes.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test changes any part of a document
const changed = (edit: (scheme: any) => void, base: Scheme = SHIPPED_SCHEMES.member.forYear(2026)) => {
  const after = structuredClone(base)
  edit(after)
  return describeChanges(base, after)
}

describe('R0.10 differences between two versions of a scheme, in words', () => {
  it.each<[string, Parameters<typeof changed>[0], string[], string[]]>([
    [
      'points',
      s => {
        s.groups[1].indicators[0].method.points = 15
      },
      ['“参加组织生活”由 12 分改为 15 分'],
      ['“Taking part” changed from 12 points to 15 points'],
    ],
    [
      'a maximum',
      s => {
        s.groups[0].max = 45
      },
      ['“承诺完成”的满分由 50 分改为 45 分'],
      ['“Pledges fulfilled” maximum changed from 50 points to 45 points'],
    ],
    [
      'the share of a grade',
      s => {
        s.grades[0].cap.share = 0.3
      },
      ['“优秀”的上限由 1/3 改为 30%'],
      ['“Excellent” cap changed from 1/3 to 30%'],
    ],
    [
      'the bound of a grade',
      s => {
        s.grades[1].atLeast = 75
      },
      ['“合格”的界限由 70 改为 75'],
      ['“Qualified” lower bound changed from 70 to 75'],
    ],
    [
      'a new indicator',
      s => {
        s.groups[1].indicators.push({
          id: 'lectures',
          title: { zh: '讲党课', en: 'Lectures' },
          fact: 'lectures',
          method: { kind: 'linear', from: 0, to: 2, points: 4 },
        })
      },
      ['“组织生活”中新增指标“讲党课”，4 分'],
      ['in “Organisation life”: new indicator “Lectures”, 4 points'],
    ],
    [
      'an indicator taken out',
      s => {
        s.groups[1].indicators.pop()
      },
      ['“组织生活”中去掉指标“集中培训学时”'],
      ['in “Organisation life”: indicator “Hours of training” taken out'],
    ],
    [
      'another method',
      s => {
        s.groups[1].indicators[0].method = { kind: 'steps', steps: [{ atLeast: 1, points: 12 }] }
      },
      ['“参加组织生活”的计分办法由按比例改为分档'],
      ['“Taking part” method changed from linear to steps'],
    ],
    [
      'a panel source',
      s => {
        s.groups[2].indicators[0].method.sources[0].weight = 9
      },
      [expect.stringMatching(/^“评议得分”评议来源“.+”的权重由 \d+ 改为 9$/) as never],
      [expect.stringMatching(/weight changed from \d+ to 9$/) as never],
    ],
    [
      'a title',
      s => {
        s.title = { zh: '党员年度评定', en: 'Appraisal' }
      },
      ['名称由“党员年度评定(默认方案)”改为“党员年度评定”'],
      ['title changed from “Yearly appraisal of members (default)” to “Appraisal”'],
    ],
    [
      'a cap given up',
      s => {
        delete s.bonusCap
      },
      ['加分总上限取消，原为 5 分'],
      ['cap of bonuses taken out, was 5 points'],
    ],
    [
      'limits',
      s => {
        s.limits.max = 110
      },
      ['总分界限的上限由 100 分改为 110 分'],
      ['limits of the total ceiling changed from 100 points to 110 points'],
    ],
    [
      'lights set',
      s => {
        s.lights = { green: 85, yellow: 70 }
      },
      ['亮灯界限定为绿灯 85，黄灯 70'],
      ['lights set to green 85, yellow 70'],
    ],
    [
      'a missing policy',
      s => {
        s.missing = 'zero'
      },
      ['缺数据时的处理由 exempt 改为 zero'],
      ['missing policy changed from exempt to zero'],
    ],
    [
      'a condition',
      s => {
        s.vetoes[0].when.atLeast = 2
      },
      [expect.stringContaining('的触发条件的界限由 1 改为 2') as never],
      [expect.stringContaining('condition lower bound changed from 1 to 2') as never],
    ],
  ])('%s', (_what, edit, zh, en) => {
    const found = changed(edit)
    expect(found.map(each => each.zh)).toEqual(zh)
    expect(found.map(each => each.en)).toEqual(en)
  })

  it('tells nothing of the version number, of the order of keys and of the order of a list', () => {
    expect(
      changed(s => {
        s.version = 2
        s.groups.reverse()
        s.grades = s.grades.map((each: object) => Object.fromEntries(Object.entries(each).reverse()))
      }),
    ).toEqual([])
  })

  it('leads to the place in the newer document, for what was taken out in the older one', () => {
    expect(
      changed(s => {
        s.groups[1].indicators[0].method.points = 15
      })[0]?.path,
    ).toEqual(['groups', 1, 'indicators', 0, 'method', 'points'])
    expect(
      changed(s => {
        s.groups.shift()
      }).map(each => each.path),
    ).toEqual([['groups', 0]])
  })

  it('finds every leaf that differs: whatever number is changed anywhere, one sentence says so', () => {
    const base = organBranch() as Scheme
    const numbers: (string | number)[][] = []
    const visit = (value: unknown, path: (string | number)[]) => {
      if (typeof value === 'number' && path[0] !== 'version') numbers.push(path)
      else if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value))
          visit(part, [...path, Array.isArray(value) ? Number(key) : key])
    }
    visit(base, [])
    expect(numbers.length).toBeGreaterThan(40)
    for (const path of numbers) {
      const found = changed(s => {
        const parent = path.slice(0, -1).reduce((node, key) => node[key], s)
        parent[path.at(-1)!] += 1
      }, base)
      expect(found.length, path.join('.')).toBeGreaterThan(0)
    }
  })
})
