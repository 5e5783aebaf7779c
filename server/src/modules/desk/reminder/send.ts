import { createHmac } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Settings } from '../../../platform/settings.ts'

const TIMEOUT_MS = 10_000

export interface Mail {
  to: string
  subject: string
  text: string
  /** The same for every attempt, so that a mail that arrives twice is seen to be one. */
  id: string
}

/** Hands mails to the server, one after the other over one connection; for each, null or why it was refused. */
export async function sendMails(settings: Settings, mails: readonly Mail[]): Promise<(string | null)[]> {
  const transport = createTransport(
    {
      url: settings.smtp ?? '',
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      pool: true,
      maxConnections: 1,
    },
    { from: settings.mailFrom },
  )
  const domain = settings.mailFrom.split('@')[1] ?? 'localhost'
  const results: (string | null)[] = []
  try {
    for (const { to, subject, text, id } of mails)
      results.push(
        await transport.sendMail({ to, subject, text, messageId: `<${id}@${domain}>` }).then(() => null, reasonOf),
      )
  } finally {
    transport.close()
  }
  return results
}

/** Posts a JSON body, signed over time and body so that neither can be replaced; null or why it was not taken. */
export async function postSigned({ hook, hookSecret }: Settings, body: string, now: Date): Promise<string | null> {
  const stamp = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', hookSecret ?? '')
    .update(`${stamp}.${body}`)
    .digest('hex')
  try {
    const answer = await fetch(hook ?? '', {
      ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) },
      headers: {
        'content-type': 'application/json',
        'x-jiannuo-timestamp': stamp,
        'x-jiannuo-signature': `sha256=${signature}`,
      },
    })
    await answer.body?.cancel()
    return answer.ok ? null : `HTTP ${answer.status}`
  } catch (error) {
    return reasonOf(error)
  }
}

/** A short reason without addresses or contents, for whoever runs the system. */
function reasonOf(error: unknown): string {
  const { code, responseCode, cause, name } = error as {
    code?: string
    responseCode?: number
    cause?: { code?: string }
    name?: string
  }
  return [code ?? cause?.code ?? name ?? 'ERROR', responseCode].filter(Boolean).join(' ')
}
