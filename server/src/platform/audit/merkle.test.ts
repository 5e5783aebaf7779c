import { describe, expect, it } from 'vitest'
import { append, EMPTY, leafHash, root } from './merkle.ts'

const grow = (leaves: string[]) => leaves.reduce((f, l) => append('sha256', f, leafHash('sha256', l)), EMPTY)

describe('the audit tree', () => {
  it('has the roots of RFC 9162', () => {
    expect(root('sha256', EMPTY)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(leafHash('sha256', '')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(
      root(
        'sha256',
        append(
          'sha256',
          append('sha256', EMPTY, leafHash('sha256', '')),
          '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        ),
      ),
    ).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
  })

  it('changes with any leaf, and with the order', () => {
    const roots = [
      ['a', 'b', 'c'],
      ['a', 'b', 'd'],
      ['b', 'a', 'c'],
      ['a', 'b'],
      ['a', 'b', 'c', 'c'],
    ].map(leaves => root('sha256', grow(leaves)))
    expect(new Set(roots).size).toBe(roots.length)
  })
})
