/** Failures from one address against one account before that address has to pause; and from one address against any account. */
export const ACCOUNT_LIMIT = 5
export const SOURCE_LIMIT = 30
