// Words and yes/no facts of models so small that a test shows all of them.
// Promise: a Chinese label of its own for every word, as models want them.
export const said = (word: string) => ({ zh: `${word}事`, en: word })

export const yesNo = (id: string) => ({
  label: said(id),
  kind: 'boolean' as const,
  role: 'circumstance' as const,
  ask: ['desk'],
  question: said(`${id}?`),
})
