/**
 * What no mutant is made of: data written down `as const`. A clinician reads it, and a test of it would say it a second
 * time. Nothing else is left out; bench/proofs/mutation.ts prints which files hold some.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'constants',
    value: {
      /** @param {{ node: { type: string, typeAnnotation?: { typeName?: { name?: string } } } }} path */
      shouldIgnore({ node }) {
        const isConstant = node.type === 'TSAsExpression' && node.typeAnnotation?.typeName?.name === 'const'
        return isConstant ? 'data written as const' : undefined
      },
    },
  },
]
