/**
 * The system will not start, and a person can do something about it.
 *
 * The message is one sentence (or two short ones) that says what is wrong and what to do; it is printed as it is, with
 * no stack. Everything else that is thrown is a bug.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/**
 * What our own programs exit with after a {@link StartRefused}: the last line of their error output is then a sentence for
 * a person, and whoever started them prints it as their own.
 */
export const REFUSED_EXIT_CODE = 78
