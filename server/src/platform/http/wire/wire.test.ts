import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { readCityOverview } from '@jiannuo/contract/desk/overview.ts'
import { uploadEvidence } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { listen } from './listen.ts'
import { servePages } from './pages.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await servePages(city.app, fileURLToPath(new URL('../../../../../web', import.meta.url)))
})
afterAll(() => city?.close())

const SECURE = {
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
}

describe('whatever is asked is answered with a problem and secure headers', () => {
  test.each`
    method      | url                           | headers                                                          | status | code
    ${'GET'}    | ${'/api/no/such'}             | ${{}}                                                            | ${404} | ${'NOT_FOUND'}
    ${'GET'}    | ${'/api'}                     | ${{}}                                                            | ${404} | ${'NOT_FOUND'}
    ${'GET'}    | ${'/assets/gone.js'}          | ${{}}                                                            | ${404} | ${'NOT_FOUND'}
    ${'DELETE'} | ${'/api/overview/city'}       | ${{}}                                                            | ${405} | ${'METHOD_NOT_ALLOWED'}
    ${'DELETE'} | ${'/api/overview/city'}       | ${{ 'content-type': 'application/json' }}                        | ${405} | ${'METHOD_NOT_ALLOWED'}
    ${'DELETE'} | ${'/api/no/such'}             | ${{ 'content-type': 'application/json' }}                        | ${404} | ${'NOT_FOUND'}
    ${'GET'}    | ${'/api/session/sign-in?x=1'} | ${{}}                                                            | ${405} | ${'METHOD_NOT_ALLOWED'}
    ${'GET'}    | ${'/api/%c0%ae'}              | ${{}}                                                            | ${400} | ${'MALFORMED_REQUEST'}
    ${'GET'}    | ${'/api/overview/city'}       | ${{}}                                                            | ${401} | ${'NOT_SIGNED_IN'}
    ${'POST'}   | ${'/api/session/sign-in'}     | ${{ 'x-requested-with': 'jiannuo', 'content-type': 'text/xml' }} | ${415} | ${'CONTENT_TYPE'}
    ${'POST'}   | ${'/api/session/sign-in'}     | ${{ 'x-requested-with': 'jiannuo', 'content-type': 'nonsense' }} | ${415} | ${'CONTENT_TYPE'}
    ${'POST'}   | ${'/api/session/sign-in'}     | ${{ 'x-requested-with': 'jiannuo' }}                             | ${415} | ${'CONTENT_TYPE'}
    ${'POST'}   | ${'/api/session/sign-in'}     | ${{ 'content-type': 'application/json' }}                        | ${403} | ${'FOREIGN_ORIGIN'}
  `('$method $url: $status $code', async ({ method, url, headers, status, code }) => {
    const answer = await city.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: '{}' } : {}) })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers).toMatchObject({
      ...SECURE,
      'content-type': expect.stringMatching(/^application\/problem\+json/),
    })
    expect(answer.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\p{Script=Han}/u) })
  })

  it('says which methods an address takes', async () => {
    const { headers } = await city.app.inject({ method: 'PUT', url: '/api/overview/city' })
    expect(headers.allow).toBe('GET')
  })

  it('answers every address of the interface with the shell', async () => {
    for (const url of ['/', '/city', '/apiary']) {
      const { statusCode, headers } = await city.app.inject({ url })
      expect([statusCode, headers['content-type']], url).toEqual([200, 'text/html; charset=utf-8'])
      expect(headers, url).toMatchObject(SECURE)
    }
  })

  it('answers bytes that are no request', async () => {
    const { port } = new URL(await city.app.listen({ port: 0, host: '127.0.0.1' }))
    const said = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nBad Header\r\n\r\n'))
      socket
        .on('data', chunk => (text += chunk))
        .on('end', () => resolve(text))
        .on('error', reject)
    })
    expect(said).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*MALFORMED_REQUEST/s)
  })

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(listen(fastify(), { port, host: '127.0.0.1' })).rejects.toThrow(
      new RegExp(`^不能在 127\\.0\\.0\\.1:${port} 上提供服务:已被别的程序占用.*\nCannot listen`),
    )
    other.close()
  })
})

describe('for operators', () => {
  it('shows metrics to the machine itself, not to whoever comes through a proxy on it', async () => {
    const ask = (headers: Record<string, string>) => city.app.inject({ url: '/api/metrics', headers })
    const local = await ask({})
    expect(local.statusCode).toBe(200)
    expect(local.body).toContain('jiannuo_http_seconds')
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect((await ask({ [name]: '127.0.0.1' })).statusCode, name).toBe(404)
  })

  it('publishes an OpenAPI 3.1 description of every route, each with its problem', async () => {
    const description = (await city.app.inject({ url: '/api/openapi.json' })).json()
    const { openapi, paths } = description
    const refs = new Set(JSON.stringify(description).match(/(?<="\$ref":"#\/)[^"]+/g))
    expect(refs.size).toBeGreaterThan(1)
    for (const ref of refs)
      expect(
        ref.split('/').reduce((node, key) => node?.[key], description),
        `#/${ref}`,
      ).toBeDefined()
    expect(openapi).toMatch(/^3\.1\./)
    expect(paths[`/api${readCityOverview.path}`].get.responses.default.content).toHaveProperty(
      'application/problem+json',
    )
  })
})

test.each(['application/pdf', 'application/json', 'text/plain'])(
  'keeps a file whose name was not encoded, declared as %s',
  async declared => {
    const payload = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    const sent = { payload, headers: { 'x-file-name': '100%.pdf', 'content-type': declared } }
    expect((await city.as('memA1')(uploadEvidence, {}, sent)).status).toBe(200)
  },
)
