/** A day and a time as somebody typed them, on the clock of the reader's own service. */
export type TypedMoment = { day: string; time: string }
