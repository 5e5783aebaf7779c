import type { Method } from '@jiannuo/engine/format.ts'

const kindsZh: Record<Method['kind'], string> = {
  linear: '按比例得分',
  steps: '分档得分',
  deduct: '扣分',
  bonus: '加分',
  ratio: '完成率得分',
  place: '按名次得分',
  choice: '按结论得分',
  given: '直接给分',
  panel: '评议得分',
}
const kindsEn: Record<Method['kind'], string> = {
  linear: 'in proportion',
  steps: 'by steps',
  deduct: 'deductions',
  bonus: 'bonus',
  ratio: 'ratio done',
  place: 'by place',
  choice: 'by finding',
  given: 'given score',
  panel: 'ratings',
}
export const methodWords = { zh: { kinds: kindsZh }, en: { kinds: kindsEn } }
