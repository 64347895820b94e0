/** One question, as it stands in an address: which place, and which day. */
export type QuestionKey = { serviceId: string; day: string }

const QUESTION = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})_(\d{4}-\d{2}-\d{2})$/

/** Reads a question from an address; null when it names none. */
export function readQuestion(text: string | string[] | undefined): QuestionKey | null {
  const [, serviceId, day] = (typeof text === 'string' && QUESTION.exec(text)) || []
  return serviceId && day ? { serviceId, day } : null
}

/** The question as it stands in an address. */
export function questionKey({ serviceId, day }: QuestionKey): string {
  return `${serviceId}_${day}`
}
