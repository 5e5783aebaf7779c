import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Accepted,
  integer,
  oneOf,
  optional,
  readClock,
  readDatabaseUrl,
  readHook,
  readHost,
  readOrigin,
  readSecret,
  readSmtp,
  readTrustProxy,
} from './setting-readers.ts'

/** A start that cannot go on, told in one plain sentence per language. Printed without a stack. */
export class StartError extends Error {
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
    this.name = 'StartError'
    this.zh = zh
    this.en = en
  }
}

export const DEMO_SIZES = ['full', 'small', 'none'] as const
export type DemoSize = (typeof DEMO_SIZES)[number]
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Everything the environment decides. `null` means not set. */
export type Settings = {
  port: number
  host: string
  /** null: the embedded PostgreSQL. */
  databaseUrl: string | null
  databasePool: number
  dataDir: string
  demo: DemoSize
  /** A day or an ISO instant with a zone, from which the clock of a demo or test start runs. */
  clock: string | null
  logLevel: LogLevel
  origin: string | null
  /** As Fastify's trustProxy: false, the number of proxies in front, or their addresses. */
  trustProxy: false | number | string[]
  /** SMTP server for reminders; null: no mail is sent. */
  smtp: string | null
  mailFrom: string
  /** Where messages are passed on to, and the secret they are signed with; null: nowhere. */
  hook: string | null
  hookSecret: string | null
  test: boolean
}

type Row<T> = {
  name: string
  /** As one would write it; '' means not set. */
  default: string
  zh: string
  en: string
  read: (text: string) => Accepted<T>
}

const REPOSITORY = resolve(fileURLToPath(new URL('../../..', import.meta.url)))

const ROWS: { [K in keyof Settings]: Row<Settings[K]> } = {
  port: {
    name: 'PORT',
    default: '8080',
    zh: '网页与接口的监听端口(0 表示任选空闲端口)',
    en: 'port of the web pages and the API (0 takes any free one)',
    read: integer(0, 65_535),
  },
  host: {
    name: 'HOST',
    default: '127.0.0.1',
    zh: '监听地址;0.0.0.0 表示对外开放',
    en: 'address to listen on; 0.0.0.0 opens it to the network',
    read: readHost,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: '',
    zh: 'PostgreSQL(15 及以上)连接地址;不设置则使用内嵌数据库',
    en: 'address of a PostgreSQL server (15 or later); not set: the embedded database',
    read: optional(readDatabaseUrl),
  },
  databasePool: {
    name: 'JIANNUO_DATABASE_POOL',
    default: '10',
    zh: '数据库连接数上限',
    en: 'largest number of database connections',
    read: integer(2, 500),
  },
  dataDir: {
    name: 'JIANNUO_DATA',
    default: '.data',
    zh: '数据目录(附件、内嵌数据库、密钥),相对路径以代码目录为准',
    en: 'data directory (files, embedded database, keys); a relative path starts at the code directory',
    read: text =>
      text.includes('\0') || text === ''
        ? { accepted: ['目录路径', 'the path of a directory'] }
        : { value: resolve(REPOSITORY, text) },
  },
  demo: {
    name: 'JIANNUO_DEMO',
    default: 'full',
    zh: '演示城市的规模:full 全部、small 少量、none 不要(正式使用)',
    en: 'size of the demo city: full, small, none (real use)',
    read: oneOf(DEMO_SIZES),
  },
  clock: {
    name: 'JIANNUO_CLOCK',
    default: '',
    zh: '系统时钟的起点(日期或带时区的时刻),仅用于演示和测试',
    en: 'where the clock starts (a day, or an instant with its zone); demo and test only',
    read: optional(readClock),
  },
  logLevel: {
    name: 'JIANNUO_LOG_LEVEL',
    default: 'info',
    zh: '日志级别',
    en: 'least level that is logged',
    read: oneOf(LOG_LEVELS),
  },
  origin: {
    name: 'JIANNUO_ORIGIN',
    default: '',
    zh: '对外网址(如 https://jiannuo.example.cn),用于链接、Cookie 与来源校验;不设置则为监听地址',
    en: 'public origin (such as https://jiannuo.example.cn) for links, cookies and origin checks; not set: the address listened on',
    read: optional(readOrigin),
  },
  trustProxy: {
    name: 'JIANNUO_TRUST_PROXY',
    default: 'none',
    zh: '可信的反向代理:none、代理层数或以逗号分隔的代理地址',
    en: 'trusted reverse proxies: none, how many stand in front, or their addresses separated by commas',
    read: readTrustProxy,
  },
  smtp: {
    name: 'JIANNUO_SMTP',
    default: '',
    zh: '发送提醒邮件的服务器,如 smtps://用户:密码@主机;不设置则不发邮件',
    en: 'mail server for reminders, such as smtps://user:password@host; not set: no mail',
    read: optional(readSmtp),
  },
  mailFrom: {
    name: 'JIANNUO_MAIL_FROM',
    default: 'jiannuo@localhost',
    zh: '提醒邮件的发件人地址',
    en: 'sender address of reminders',
    read: text =>
      /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? { value: text } : { accepted: ['一个邮箱地址', 'a mail address'] },
  },
  hook: {
    name: 'JIANNUO_HOOK',
    default: '',
    zh: '把消息转给办公通讯软件的网址(http 或 https);不设置则不转',
    en: 'address that passes messages on to an office messenger (http or https); not set: none',
    read: optional(readHook),
  },
  hookSecret: {
    name: 'JIANNUO_HOOK_SECRET',
    default: '',
    zh: '转发消息的签名密钥(16 个字符以上)',
    en: 'secret the passed-on messages are signed with (16 characters or more)',
    read: optional(readSecret),
  },
  test: {
    name: 'JIANNUO_TEST',
    default: '0',
    zh: '1 表示测试运行:允许设置时钟',
    en: '1 marks a test run: the clock may be set',
    read: text => (text === '0' || text === '1' ? { value: text === '1' } : { accepted: ['0 或 1', '0 or 1'] }),
  },
}

/** Values that are never printed. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'JIANNUO_SMTP', 'JIANNUO_HOOK', 'JIANNUO_HOOK_SECRET'])

/** The one table of settings: documentation and deployment files are checked against it. */
export const SETTINGS_TABLE: readonly { name: string; default: string; zh: string; en: string }[] = Object.values(
  ROWS,
).map(({ name, default: preset, zh, en }) => ({ name, default: preset, zh, en }))

/** Reads and checks all settings. Fails with a StartError that has one sentence for each bad or unknown variable, all at once. */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: [zh: string, en: string][] = []
  function read<K extends keyof Settings>(key: K): Settings[K] {
    const row: Row<Settings[K]> = ROWS[key]
    const text = env[row.name]?.trim() || row.default
    const outcome = row.read(text)
    if ('value' in outcome) return outcome.value
    problems.push(refusal(row.name, SECRET.has(row.name) ? '***' : text, outcome.accepted))
    const preset = row.read(row.default)
    if ('value' in preset) return preset.value
    throw new Error(`the default of ${row.name} is not accepted by its own rule`)
  }
  const settings: Settings = {
    port: read('port'),
    host: read('host'),
    databaseUrl: read('databaseUrl'),
    databasePool: read('databasePool'),
    dataDir: read('dataDir'),
    demo: read('demo'),
    clock: read('clock'),
    logLevel: read('logLevel'),
    origin: read('origin'),
    trustProxy: read('trustProxy'),
    smtp: read('smtp'),
    mailFrom: read('mailFrom'),
    hook: read('hook'),
    hookSecret: read('hookSecret'),
    test: read('test'),
  }
  if (settings.clock && settings.demo === 'none' && !settings.test) {
    problems.push(
      refusal('JIANNUO_CLOCK', settings.clock, [
        '不设置(正式使用时时钟不可更改;演示请设 JIANNUO_DEMO=full 或 small)',
        'leaving it unset (in real use the clock cannot be moved; for a demo set JIANNUO_DEMO=full or small)',
      ]),
    )
  }
  if (settings.hook && !settings.hookSecret)
    problems.push([
      '设置了 JIANNUO_HOOK,还要设置 JIANNUO_HOOK_SECRET(签名密钥)。',
      'JIANNUO_HOOK is set: JIANNUO_HOOK_SECRET, which signs what is sent there, has to be set too.',
    ])
  problems.push(...unknownNames(env))
  if (problems.length > 0) {
    throw new StartError(problems.map(([zh]) => zh).join('\n'), problems.map(([, en]) => en).join('\n'))
  }
  return settings
}

const refusal = (name: string, text: string, [zh, en]: readonly [string, string]): [string, string] => [
  `环境变量 ${name} 的值“${text}”无效,应为:${zh}。`,
  `The environment variable ${name} has the value "${text}"; accepted is ${en}.`,
]

/** A mistyped name would otherwise leave its default in force without a word. */
function unknownNames(env: NodeJS.ProcessEnv): [string, string][] {
  const known = new Set(SETTINGS_TABLE.map(row => row.name))
  const own = [...known].filter(name => name.startsWith('JIANNUO_')).join('、')
  return Object.keys(env)
    .filter(name => name.startsWith('JIANNUO_') && !known.has(name))
    .map(name => [
      `没有名为 ${name} 的设置,可用的有:${own}。`,
      `There is no setting named ${name}; there are ${own.replaceAll('、', ', ')}.`,
    ])
}
