// What a model declaration may not say: names used twice, facts or parties that do not exist, records without a place.
// Promise: all contradictions are found at once; they are the model author's mistakes, so they are thrown as one Error.
import type { ModelDeclaration } from './declaration.js'

/** @throws Error naming every contradiction of the declaration */
export function checkDeclaration(declaration: ModelDeclaration): void {
  const problems: string[] = []
  const seen = new Map<string, string>()
  const { facts, derived = {}, computed = {}, settings = {}, questions } = declaration
  const groups = {
    fact: facts,
    'derived fact': derived,
    'computed fact': computed,
    setting: settings,
    question: questions,
  }
  for (const [group, declared] of Object.entries(groups)) {
    for (const [id, { label }] of Object.entries(declared)) {
      const owner = `${group} ${id}`
      for (const word of new Set([id, label.zh])) {
        const other = seen.get(word)
        if (other !== undefined) problems.push(`"${word}" names both ${other} and ${owner}`)
        seen.set(word, owner)
      }
    }
  }
  const readable = new Set(Object.keys(facts))
  for (const [id, { from }] of Object.entries(derived)) {
    for (const source of from) if (!readable.has(source)) problems.push(`${id} is derived from unknown fact ${source}`)
    readable.add(id)
  }
  for (const [id, fact] of Object.entries(facts)) {
    if (fact.kind === 'enum' && fact.none && 'none' in fact.values)
      problems.push(`${id} has a value called none and may be none`)
    if (fact.event && fact.kind !== 'instant') problems.push(`${id} is an event, so it must be an instant`)
    for (const party of fact.ask)
      if (!Object.hasOwn(declaration.parties, party)) problems.push(`${id} asks unknown party ${party}`)
    if (fact.role === 'record' && fact.absent === undefined && fact.kind !== 'boolean' && !fact.none)
      problems.push(`${id} is a record: it needs \`none\` or \`absent\``)
  }
  if (facts[declaration.clock]?.kind !== 'instant')
    problems.push(`the clock ${declaration.clock} is not an instant fact`)
  for (const [id, question] of Object.entries(questions)) {
    if (!declaration.stages.includes(question.stage)) problems.push(`${id} is of unknown stage ${question.stage}`)
    if (question.kind === 'choice' && question.review !== undefined && !Object.hasOwn(question.values, question.review))
      problems.push(`${id} has no value ${question.review} to review`)
    for (const [member, { by }] of Object.entries('members' in question ? question.members : {})) {
      if (by !== undefined && !Object.hasOwn(declaration.parties, by))
        problems.push(`${id}.${member} is done by unknown party ${by}`)
    }
  }
  if (problems.length > 0) throw new Error(`model ${declaration.id}: ${problems.join('; ')}`)
}
