import type { TaskLine } from '@jiannuo/contract/supervision/task.ts'
import type { supervisionWords } from './words.ts'

type Words = (typeof supervisionWords)['zh']

/** What a post is called; the head of the unit where none is named. */
export const postName = (words: Words, post: TaskLine['post']): string =>
  (words.posts as Record<string, string>)[post ?? 'head'] ?? ''
