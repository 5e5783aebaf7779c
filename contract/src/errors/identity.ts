import { defineErrors } from './define.ts'

export const IDENTITY_ERRORS = defineErrors({
  SIGN_IN_FAILED: {
    status: 401,
    say: () => ({ zh: '账号或密码不对', en: 'The account or the password is not right' }),
    next: {
      zh: '请核对后再试；忘记密码请联系本单位管理员重发一次性口令',
      en: 'Check and try again; if forgotten, ask your administrator for a new one-time code',
    },
  },
  LOCKED_OUT: {
    status: 423,
    say: () => ({ zh: '连续多次不对，暂停15分钟', en: 'Too many failed attempts; paused for 15 minutes' }),
    next: {
      zh: '请15分钟后再试，其他地方的登录不受影响',
      en: 'Try again in 15 minutes; sign-ins from elsewhere are not affected',
    },
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
  PASSWORD_WRONG: {
    status: 422,
    say: () => ({ zh: '现在的密码不对', en: 'The present password is not right' }),
    next: {
      zh: '请核对后再填；忘记密码请联系本单位管理员重发一次性口令',
      en: 'Check it; if forgotten, ask your administrator for a new one-time code',
    },
  },
  SECOND_FACTOR_MISSING: {
    status: 403,
    say: () => ({ zh: '这个岗位要先设好动态口令才能使用', en: 'This post needs a second factor before anything else' }),
    next: { zh: '请到“我的账号”设置动态口令', en: 'Set it up under “My account”' },
  },
  OWN_ACCOUNT: {
    status: 403,
    say: () => ({ zh: '不能对自己的账号办这件事', en: 'This cannot be done to one’s own account' }),
    next: { zh: '请由另一位有权限的人办理', en: 'Ask another person whose post may' },
  },
  GRANT_SECOND_PERSON: {
    status: 403,
    say: () => ({
      zh: '提出授权的人不能自己签第二个字',
      en: 'Whoever asked for the grant cannot give the second signature',
    }),
    next: { zh: '请由另一位管理员签字', en: 'Another administrator has to sign' },
  },
  GRANT_CLASH: {
    status: 409,
    say: () => ({
      zh: '管理员账号只能有一个角色，也不能属于党员',
      en: 'An administrator account holds one role only and belongs to no member',
    }),
    next: { zh: '请先撤销原来的授权，或另建一个账号', en: 'Revoke the earlier grant first, or use another account' },
  },
  LOGIN_TAKEN: {
    status: 409,
    say: (d: { login: string }) => ({ zh: `账号“${d.login}”已经有人用`, en: `The account name "${d.login}" is taken` }),
    next: { zh: '请换一个账号名', en: 'Choose another account name' },
  },
  SETUP_TOKEN_WRONG: {
    status: 403,
    say: () => ({ zh: '设置口令不对', en: 'The set-up token is not right' }),
    next: {
      zh: '口令印在服务器的启动窗口里，每次启动会换新的',
      en: 'It is printed on the server’s console and changes with every start',
    },
  },
  SETUP_DONE: {
    status: 409,
    say: () => ({ zh: '初始设置已经做过，不能再做', en: 'The set-up was done before and is closed' }),
    next: { zh: '请直接登录', en: 'Sign in instead' },
  },
})
