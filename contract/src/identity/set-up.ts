import { z } from 'zod'
import { route } from '../route.ts'
import { Id, Instant, Login, line } from '../values.ts'

const Unit = z.strictObject({ code: line(40), name: line(100) })
const Person = z.strictObject({ login: Login, name: line(60) })

/** The first set-up of an empty installation. The codes in the answer are shown this once. */
export const setUp = route({
  method: 'POST',
  path: '/setup',
  summary:
    'Create the authority, the three administrators and the first staff account; needs the token printed on the console',
  once: false,
  body: z
    .strictObject({
      token: line(100),
      city: line(40),
      cityCommittee: Unit,
      workCommittee: Unit,
      staff: Person.extend({ code: line(40) }),
      systemAdministrator: Person,
      securityAdministrator: Person,
      auditAdministrator: Person,
    })
    .superRefine((plan, ctx) => {
      const places = ['staff', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const
      places.forEach((place, i) => {
        if (places.slice(0, i).some(earlier => plan[earlier].login.toLowerCase() === plan[place].login.toLowerCase()))
          ctx.addIssue({
            code: 'custom',
            path: [place, 'login'],
            message: '四个账号名不能相同 / the four account names must differ',
          })
      })
      if (plan.cityCommittee.code === plan.workCommittee.code)
        ctx.addIssue({
          code: 'custom',
          path: ['workCommittee', 'code'],
          message: '两个组织编码不能相同 / the two unit codes must differ',
        })
    }),
  reply: z.object({
    authorityId: Id,
    until: Instant,
    accounts: z.array(z.object({ role: z.string(), login: z.string(), name: z.string(), code: z.string() })),
  }),
  errors: ['SETUP_TOKEN_WRONG', 'SETUP_DONE'],
})
