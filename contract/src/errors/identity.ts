import { defineErrors } from './define.ts'

export const IDENTITY_ERRORS = defineErrors({
  SIGN_IN_FAILED: {
    status: 401,
    say: () => ({ zh: '账号或密码不对', en: 'The account or the password is not right' }),
    next: { zh: '请核对后再试；忘记密码请联系本单位管理员重发一次性口令', en: 'Check and try again; if forgotten, ask your administrator for a new one-time code' },
  },
  LOCKED_OUT: {
    status: 423,
    say: () => ({ zh: '连续多次不对，暂停15分钟', en: 'Too many failed attempts; paused for 15 minutes' }),
    next: { zh: '请15分钟后再试，其他地方的登录不受影响', en: 'Try again in 15 minutes; sign-ins from elsewhere are not affected' },
  },
  TOTP_WRONG: {
    status: 401,
    say: () => ({ zh: '动态口令不对或已用过', en: 'The code is wrong or was already used' }),
    next: { zh: '请等下一个口令再输', en: 'Wait for the next code' },
  },
  PASSWORD_WEAK: {
    status: 422,
    say: (d: { reason: { zh: string; en: string } }) => d.reason,
    next: { zh: '请换一个密码', en: 'Choose another password' },
  },
})
