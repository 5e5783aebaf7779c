/** One thing that is wrong with the tree. `at` is a path relative to the root, with `:line` where a line is meant. */
export interface Problem {
  readonly rule: string
  readonly at: string
  readonly say: string
  /** A note is printed but does not fail the run. */
  readonly note?: true
}

/** A check takes the root of the tree it looks at, so that it can also be shown a fixture. */
export interface Check {
  readonly name: string
  readonly find: (root: string) => readonly Problem[] | Promise<readonly Problem[]>
}
