// The service-levels model as the command line, the fixtures and the proofs take it.
// Promise: a penalty is shown and expected with its figure, as the dated parameter says it; one that is open is shown as open.
import type { Language, Row } from '../../domain/domain.js'
import { openMembers, openWord } from '../../domain/open-rows.js'
import { plainDomain } from '../../domain/plain.js'
import { row } from '../../domain/rows.js'
import { type ServiceDecision, writeService } from './decide.js'
import { serviceLevels } from './model.js'
import { checkPenalties, penaltyText } from './penalty.js'

const PENALTIES = 'penalties'

export const serviceLevelsDomain = plainDomain<ServiceDecision>({
  model: serviceLevels,
  write: writeService,
  check: checkPenalties,
  claim: ['platform', 'about'],
  expected: {
    处罚数额: {
      title: 'penalties with their figures',
      shape: 'list',
      of: ({ penalties }: ServiceDecision) => penalties.map((penalty) => penaltyText(penalty).zh),
    },
  },
  apart: [PENALTIES],
  rows: penaltyRows,
  cells: { [PENALTIES]: (decision, lang) => penaltyRows(decision, lang).map(({ text }) => text) },
})

function penaltyRows(decision: ServiceDecision, lang: Language): Row[] {
  const label = serviceLevels.declaration.questions.penalties.label[lang]
  return [
    ...decision.penalties.map((penalty) => row(label, penaltyText(penalty)[lang], penalty.rules)),
    ...openMembers(serviceLevels, decision, PENALTIES).map((member) => row(label, openWord(member, lang))),
  ]
}
