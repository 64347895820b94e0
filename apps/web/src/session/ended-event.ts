/**
 * On the window. `ended`: the session is over, known from the stream or a refused press; the page asks in place and keeps what is
 * typed. `back`: somebody signed in again, in this tab or another one.
 */
export const SESSION_ENDED = 'throughcare-ended'
export const SESSION_BACK = 'throughcare-back'
