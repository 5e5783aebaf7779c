import { randomUUID } from 'node:crypto'
import { readSession, setFirstPassword, signIn, switchCapacity } from '@jiannuo/contract/identity/session.ts'
import type { AnyRoute, Reply, Request } from '@jiannuo/contract/route.ts'
import { type APIRequestContext, type Browser, type BrowserContext, type Page, request } from 'playwright-core'
import { DESKTOP, openPerson } from '../browser.ts'

/** The password everybody of this city chooses: real people differ, a test needs one to remember. */
export const PASSWORD = 'chengyun-2026-nuo'

export interface Someone {
  login: string
  name: string
}
export interface Answer<T> {
  status: number
  body: T
  /** The error's code; empty when it went well. */
  code: string
  text: string
}

/** Somebody signed in, with cookies of his own, who calls the routes as the pages do. */
export class Caller {
  readonly name: string
  readonly login: string
  private readonly requests: APIRequestContext
  /** The role he last chose to act in; a new session begins in his first one. */
  protected role: string | null = null

  constructor(who: Someone, requests: APIRequestContext) {
    this.name = who.name
    this.login = who.login
    this.requests = requests
  }

  /** Signs in for the first time without a browser, as the many do beside the few who are shown. */
  static async open(url: string, who: Someone, code: string): Promise<Caller> {
    const caller = new Caller(who, await request.newContext({ baseURL: url }))
    await caller.send(setFirstPassword, { body: { login: who.login, oneTimeCode: code, password: PASSWORD } })
    return caller
  }

  async ask<T extends AnyRoute>(route: T, sent: Request<T> = {}): Promise<Answer<Reply<T>>> {
    const params: Record<string, string> = { ...sent.params }
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const query = new URLSearchParams(
      Object.entries({ ...sent.query }).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const answer = await this.requests.fetch(`/api${path}${query.size ? `?${query}` : ''}`, {
      method: route.method,
      headers: { 'x-requested-with': 'jiannuo', 'idempotency-key': randomUUID(), 'accept-language': 'zh-CN' },
      ...(route.method === 'GET' ? {} : { data: sent.body ?? {} }),
    })
    const text = await answer.text()
    const body = text && (answer.headers()['content-type'] ?? '').includes('json') ? JSON.parse(text) : undefined
    return { status: answer.status(), body, code: body?.code ?? '', text }
  }

  /** As `ask`, for what must go well. Months pass between two steps, so the session may have ended: then he signs in again. */
  async send<T extends AnyRoute>(route: T, sent: Request<T> = {}): Promise<Reply<T>> {
    let answer = await this.ask(route, sent)
    if (answer.status === 401) {
      await this.signInAgain()
      answer = await this.ask(route, sent)
    }
    const { status, body, text } = answer
    if (status >= 300)
      throw new Error(`${this.name} ${route.method} ${route.path} ${JSON.stringify(sent)}: ${status} ${text}`)
    return body
  }

  /** Who he is and in which capacity he acts. */
  session(): Promise<Reply<typeof readSession>> {
    return this.send(readSession)
  }

  private async signInAgain(): Promise<void> {
    await this.ask(signIn, { body: { login: this.login, password: PASSWORD } })
    if (this.role) await this.actAs(this.role)
  }

  /** Acts in the first of his capacities with that role. */
  async actAs(role: string): Promise<void> {
    this.role = role
    const session = await this.session()
    const wanted = session.capacities.find(one => one.role === role)
    if (!wanted) throw new Error(`${this.name} has no post ${role}: ${JSON.stringify(session.capacities)}`)
    if (wanted.key !== session.current.key) await this.send(switchCapacity, { body: { key: wanted.key } })
  }
}

/** Somebody at a browser of his own. */
export class Person extends Caller {
  readonly page: Page
  readonly errors: string[]

  private constructor(who: Someone, opened: { page: Page; context: BrowserContext; errors: string[] }) {
    super(who, opened.context.request)
    this.page = opened.page
    this.errors = opened.errors
  }

  static async at(browser: Browser, url: string, who: Someone, viewport = DESKTOP): Promise<Person> {
    return new Person(who, await openPerson(browser, url, viewport))
  }

  /** Somebody with a password already, at a browser of his own. */
  static async back(browser: Browser, url: string, who: Someone, viewport = DESKTOP): Promise<Person> {
    const person = await Person.at(browser, url, who, viewport)
    await person.send(signIn, { body: { login: who.login, password: PASSWORD } })
    return person
  }

  /** Opens a page and waits until its heading stands. */
  async goTo(path: string): Promise<string> {
    if (this.login !== '' && path !== '/sign-in') await this.session()
    await this.page.goto(path)
    return this.heading()
  }

  async heading(): Promise<string> {
    const heading = this.page.getByRole('heading', { level: 1 }).first()
    await heading.waitFor()
    return (await heading.textContent()) ?? ''
  }

  /** Waits until the page's heading says it. */
  async headed(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).first().waitFor()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page
      .getByRole('textbox', { name: label, exact: typeof label === 'string' })
      .first()
      .fill(text)
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** One of the choices of a field in view. */
  async choose(field: string | RegExp, choice: string): Promise<void> {
    await this.page
      .getByRole('group', { name: field })
      .first()
      .getByRole('radio', { name: choice, exact: true })
      .check()
  }

  /** Waits until the page's heading says something else than this. */
  async leaves(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).filter({ hasNotText: heading }).first().waitFor()
  }
}
