import { isIP } from 'node:net'

/** A value that was read, or what would have been accepted in its place. */
export type Accepted<T> = { value: T } | { accepted: readonly [zh: string, en: string] }

export const integer =
  (least: number, most: number) =>
  (text: string): Accepted<number> =>
    /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? { value: Number(text) }
      : { accepted: [`${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`] }

export const oneOf =
  <const T extends string>(words: readonly T[]) =>
  (text: string): Accepted<T> => {
    const word = words.find(candidate => candidate === text)
    return word === undefined
      ? { accepted: [`${words.join('、')} 之一`, `one of ${words.join(', ')}`] }
      : { value: word }
  }

/** '' becomes null, anything else is read. */
export const optional =
  <T>(read: (text: string) => Accepted<T>) =>
  (text: string): Accepted<T | null> =>
    text === '' ? { value: null } : read(text)

export function readDatabaseUrl(text: string): Accepted<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
    ? { value: text }
    : { accepted: ['postgres://用户:密码@主机:端口/数据库名', 'postgres://user:password@host:port/database'] }
}

export function readClock(text: string): Accepted<string> {
  const instant = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text)
  const day = instant?.[1]
  // Date.parse rolls 02-30 over to March; a day that exists comes back unchanged.
  const exists =
    day !== undefined && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(day)).toISOString().startsWith(day)
  return exists
    ? { value: text }
    : {
        accepted: [
          '存在的日期或时刻,如 2026-06-30、2026-06-30T09:00:00+08:00',
          'a day or an instant that exists, such as 2026-06-30 or 2026-06-30T09:00:00+08:00',
        ],
      }
}

export function readOrigin(text: string): Accepted<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`)
    ? { value: url.origin }
    : { accepted: ['不含路径的 http(s) 网址', 'an http or https address without a path'] }
}

export function readTrustProxy(text: string): Accepted<false | number | string[]> {
  if (text === 'none') return { value: false }
  if (/^[1-9]$/.test(text)) return { value: Number(text) }
  const addresses = text.split(',').map(address => address.trim())
  return addresses.every(isNetwork)
    ? { value: addresses }
    : {
        accepted: [
          'none、1 到 9 的层数,或以逗号分隔的 IP 地址、网段',
          'none, a number from 1 to 9, or IP addresses and networks separated by commas',
        ],
      }
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

export function readHost(text: string): Accepted<string> {
  return isIP(text) || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text)
    ? { value: text }
    : { accepted: ['IP 地址或主机名', 'an IP address or a host name'] }
}

const readUrl =
  (protocols: RegExp, zh: string, en: string) =>
  (text: string): Accepted<string> =>
    URL.canParse(text) && protocols.test(new URL(text).protocol) && new URL(text).hostname !== ''
      ? { value: text }
      : { accepted: [zh, en] }
export const readSmtp = readUrl(
  /^smtps?:$/,
  'smtp:// 或 smtps:// 开头的地址',
  'an address that begins with smtp:// or smtps://',
)
export const readHook = readUrl(/^https?:$/, 'http 或 https 网址', 'an http or https address')
export const readSecret = (text: string): Accepted<string> =>
  text.length >= 16 ? { value: text } : { accepted: ['16 个字符以上', '16 characters or more'] }
