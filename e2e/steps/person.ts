import { randomUUID } from 'node:crypto'
import type { AnyRoute, Reply, Request } from '@jiannuo/contract/route.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, openPerson } from '../browser.ts'

/** The password everybody of this city chooses; the real ones differ, the test needs one to remember. */
export const PASSWORD = 'qing-lan-2026-cheng'

export interface Answer<T> {
  status: number
  body: T
  /** The error's code; empty when it went well. */
  code: string
  /** As it came, for messages of a failing test. */
  text: string
}

/** One person with cookies of his own: the browser for what is to be seen, `send` for what many do alike. */
export class Person {
  readonly name: string
  readonly login: string
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: string[]

  private constructor(name: string, login: string, opened: Awaited<ReturnType<typeof openPerson>>) {
    this.name = name
    this.login = login
    this.page = opened.page
    this.context = opened.context
    this.errors = opened.errors
  }

  static async open(browser: Browser, url: string, who: { name: string; login: string }, viewport = DESKTOP): Promise<Person> {
    return new Person(who.name, who.login, await openPerson(browser, url, viewport))
  }

  /** Calls a route with this person's own session cookie, as the pages do. */
  async ask<T extends AnyRoute>(route: T, sent: Request<T> = {}): Promise<Answer<Reply<T>>> {
    const params: Record<string, string> = { ...sent.params }
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const query = new URLSearchParams(Object.entries({ ...sent.query }).map(([key, value]) => [key, String(value)]))
    const answer = await this.context.request.fetch(`/api${path}${query.size ? `?${query}` : ''}`, {
      method: route.method,
      headers: { 'x-requested-with': 'jiannuo', 'idempotency-key': randomUUID(), 'accept-language': 'zh-CN' },
      ...(route.method === 'GET' ? {} : { data: sent.body ?? {} }),
    })
    const text = await answer.text()
    const body = text && (answer.headers()['content-type'] ?? '').includes('json') ? JSON.parse(text) : undefined
    return { status: answer.status(), body, code: body?.code ?? '', text }
  }

  /** As `ask`, for what must go well. */
  async send<T extends AnyRoute>(route: T, sent: Request<T> = {}): Promise<Reply<T>> {
    const { status, body, text } = await this.ask(route, sent)
    if (status >= 300) throw new Error(`${this.name} ${route.method} ${route.path} ${JSON.stringify(sent)}: ${status} ${text}`)
    return body
  }

  /** Opens a page and waits until its heading stands. */
  async goTo(path: string): Promise<string> {
    await this.page.goto(path)
    return this.heading()
  }

  async heading(): Promise<string> {
    const heading = this.page.getByRole('heading', { level: 1 }).first()
    await heading.waitFor()
    return (await heading.textContent()) ?? ''
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }
}
