export interface Sentence {
  zh: string
  en: string
}
/** One failure a caller can meet: HTTP status, what is wrong, what to do next. */
export interface Failure {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  say: (data: never) => Sentence
  next: Sentence
}
/** Keeps each code's own data type while checking its shape. */
export const defineErrors = <T extends Record<string, Failure>>(errors: T): T => errors
