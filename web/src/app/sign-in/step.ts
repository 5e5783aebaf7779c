/** Where signing in stands. */
export type Step = { at: 'password' } | { at: 'totp' } | { at: 'setPassword'; login: string; oneTimeCode: string }

/** Where to go afterwards: only a path of this application, so that no link can lead elsewhere by way of signing in. */
function target() {
  const next = new URLSearchParams(window.location.search).get('next') ?? '/'
  try {
    const url = new URL(next, window.location.origin)
    return url.origin === window.location.origin ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}

export const enter = () => window.location.assign(target())
