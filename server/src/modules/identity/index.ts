export { hashPassword } from './password.ts'
export { printSetupToken } from './set-up/token.ts'
