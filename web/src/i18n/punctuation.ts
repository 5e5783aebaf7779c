import { language } from './language.ts'

const chinese = () => language() === 'zh'

/** 答复：维持 · Answer: upheld */
export const labelled = (label: string, text: string) => `${label}${chinese() ? '：' : ': '}${text}`

/** Sentences one after the other with the full stop of the language between them; empty ones are left out, a stop that stands already is not doubled. */
export const sentences = (...said: readonly (string | false | null | undefined)[]) =>
  said
    .filter(each => typeof each === 'string' && each !== '')
    .reduce<string>(
      (all, each) => (all === '' ? `${each}` : `${all.replace(/[。.]$/, '')}${chinese() ? '。' : '. '}${each}`),
      '',
    )

/** 张三、李四 · A, B */
export const listed = (each: readonly string[]) => each.join(chinese() ? '、' : ', ')

/** （已完成） · (done) */
export const bracketed = (text: string) => (chinese() ? `（${text}）` : ` (${text})`)
