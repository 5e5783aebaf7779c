import { ceil, floor, multiply, type Rational, rational } from '../rational.ts'

/** So many places as a share of n is, exactly: a third of 6 is 2. */
export const placesDown = (share: Rational, n: number) => floor(multiply(share, rational(BigInt(n))))

/** The same rounded up. */
export const placesUp = (share: Rational, n: number) => ceil(multiply(share, rational(BigInt(n))))
