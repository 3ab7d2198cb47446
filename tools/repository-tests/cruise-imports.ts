import { Visitor } from '@swc/core/Visitor.js'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden, topLevel } from '../../.dependency-cruiser.mjs'

export type Violation = { rule: string; from: string; to: string }

/** The imports in `root` that the rules of .dependency-cruiser.mjs forbid. */
export async function cruiseImports(root: string): Promise<Violation[]> {
  const { output } = await cruise(
    topLevel,
    {
      baseDir: root,
      // dependency-cruiser reads TypeScript with a compiler before version 7, or with swc.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^lib/db/generated/|\\.(?:test|spec)\\.tsx?$' },
      validate: true,
      ruleSet: { forbidden },
    },
    {
      alias: { '@': root },
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node'],
      exportsFields: ['exports'],
    },
  )
  const { violations } = (output as ICruiseResult).summary
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

// The visitor of swc that dependency-cruiser walks with does not know `using`.
const { visitStatement } = Visitor.prototype
Visitor.prototype.visitStatement = function (statement) {
  const node: { type: string; decls?: unknown } = statement
  if (node.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  this.visitVariableDeclarators(node.decls as never)
  return statement
}
