const AS_READ = /\S[\p{M}\p{Emoji_Modifier}]*(?:\u200D\S[\p{M}\p{Emoji_Modifier}]*)*/gu

/** Characters as a reader counts them: one for each Han character, letter, digit or mark, none for white space. */
export const countCharacters = (text: string): number => text.match(AS_READ)?.length ?? 0
