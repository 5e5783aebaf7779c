import { describe, expect, test } from 'vitest'
import { loadSettings, SETTINGS_TABLE, StartError } from './settings.ts'

const refused = (env: Record<string, string>): string => {
  try {
    loadSettings(env)
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  return ''
}

describe('settings', () => {
  test('an empty environment gives the defaults of the table', () => {
    expect(loadSettings({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      demo: 'full',
      clock: null,
      origin: null,
      trustProxy: false,
      test: false,
    })
    expect(loadSettings({}).dataDir).toMatch(/[/\\]\.data$/)
    expect(new Set(SETTINGS_TABLE.map(row => row.name)).size).toBe(SETTINGS_TABLE.length)
  })

  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'a b'],
    ['HOST', 'http://x'],
    ['JIANNUO_DATABASE_POOL', '1'],
    ['JIANNUO_DEMO', 'big'],
    ['JIANNUO_CLOCK', '2026-02-30'],
    ['JIANNUO_CLOCK', '2026-06-30T09:00:00'],
    ['JIANNUO_CLOCK', 'now'],
    ['JIANNUO_LOG_LEVEL', 'loud'],
    ['JIANNUO_ORIGIN', 'https://x.cn/app'],
    ['JIANNUO_ORIGIN', 'x.cn'],
    ['JIANNUO_TRUST_PROXY', 'true'],
    ['JIANNUO_TRUST_PROXY', '10.0.0.0/33'],
    ['JIANNUO_TRUST_PROXY', '10.0.0.1,'],
    ['JIANNUO_TEST', 'yes'],
  ])('%s=%s is refused by name, with the value and what is accepted in both languages', (name, value) => {
    const message = refused({ [name]: value })
    expect(message).toContain(`环境变量 ${name} 的值“${value}”无效,应为:`)
    expect(message).toContain(`The environment variable ${name} has the value "${value}"; accepted is `)
  })

  test.each([
    ['PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::1', { host: '::1' }],
    ['DATABASE_URL', 'postgresql://u:p@db/jiannuo', { databaseUrl: 'postgresql://u:p@db/jiannuo' }],
    ['JIANNUO_DATA', '/srv/践诺 数据', { dataDir: '/srv/践诺 数据' }],
    ['JIANNUO_CLOCK', '2026-06-30', { clock: '2026-06-30' }],
    ['JIANNUO_CLOCK', '2026-06-30T09:00:00+08:00', { clock: '2026-06-30T09:00:00+08:00' }],
    ['JIANNUO_ORIGIN', 'https://x.cn/', { origin: 'https://x.cn' }],
    ['JIANNUO_TRUST_PROXY', '2', { trustProxy: 2 }],
    ['JIANNUO_TRUST_PROXY', '10.0.0.0/8, ::1', { trustProxy: ['10.0.0.0/8', '::1'] }],
    ['PORT', '  ', { port: 8080 }],
  ])('%s=%s is accepted', (name, value, expected) => {
    expect(loadSettings({ [name]: value })).toMatchObject(expected)
  })

  test('every bad value is named at once, and a password never is', () => {
    const message = refused({
      PORT: 'x',
      JIANNUO_DEMO: 'y',
      DATABASE_URL: 'mysql://u:geheim@h/d',
      JIANNUO_DEMOO: 'none',
    })
    for (const name of ['PORT', 'JIANNUO_DEMO', 'DATABASE_URL', 'JIANNUO_DEMOO']) expect(message).toContain(` ${name} `)
    expect(message).not.toContain('geheim')
  })

  test('the clock moves in demo and test starts only', () => {
    expect(refused({ JIANNUO_CLOCK: '2026-06-30', JIANNUO_DEMO: 'none' })).toContain('JIANNUO_CLOCK')
    expect(loadSettings({ JIANNUO_CLOCK: '2026-06-30', JIANNUO_DEMO: 'none', JIANNUO_TEST: '1' }).clock).toBe(
      '2026-06-30',
    )
  })
})
