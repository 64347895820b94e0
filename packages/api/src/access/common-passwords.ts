/**
 * Passwords of twelve characters and more that stand at the head of published lists of broken-in accounts, in small letters.
 * Shorter ones are refused for their length. What only repeats or counts is refused by rule, see {@link isGuessed}.
 */
const COMMON = new Set(
  `password1234 password12345 password123456 password1234567 password12345678 password123456789 passwordpassword password@123
  password@1234 p@ssw0rd1234 p@ssword1234 passw0rd1234 mypassword123 newpassword123 changeme1234 changeme12345 welcome12345
  welcome123456 administrator administrator1 admin1234567 admin12345678 adminadmin123 letmein12345 letmein123456 iloveyou1234
  iloveyou12345 iloveyou123456 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789
  qwertyqwerty 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 qazwsxedcrfv asdfghjkl123 zxcvbnm12345
  abcd12345678 abc123456789 a1b2c3d4e5f6 aa1234567890 football1234 baseball1234 superman1234 sunshine1234 princess1234
  dragon123456 monkey123456 shadow123456 master123456 trustno12345 starwars1234 whatever1234 computer1234 internet1234
  liverpool123 manchester12 chelsea12345 arsenal12345 unknown12345 correcthorsebatterystaple passord12345 passord123456
  hemmelig1234 sommer202600 velkommen123 fotball12345 passwort1234 willkommen123 motdepasse123 azertyuiop12 azertyuiop123
  bonjour12345 wachtwoord12 wachtwoord123 welkom123456 senha1234567 throughcare123 throughcare1234`.split(/\s+/),
)

/** Words that stand in a password for want of another one: digits and marks around them make it no better. */
const STAND_INS = new Set(
  `password passwort passord motdepasse wachtwoord senha hemmelig welcome velkommen willkommen welkom letmein changeme iloveyou
  qwerty qwertyuiop azerty administrator admin throughcare dragon monkey football fotball liverpool sunshine princess`.split(
    /\s+/,
  ),
)

/** Fewer different characters than this are typed by leaning on the keyboard. */
const FEWEST_CHARACTERS = 5
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]

/**
 * Would this password be among the first that somebody tries: known from lists, a stand-in with digits and marks around it, a row of
 * the keyboard, or a few characters again and again?
 */
export function isGuessed(password: string): boolean {
  const text = password.toLowerCase()
  if (COMMON.has(text) || new Set(text).size < FEWEST_CHARACTERS) return true
  if (STAND_INS.has(text.replace(/\P{L}/gu, ''))) return true
  return [...ROWS, ...ROWS.map((row) => [...row].toReversed().join(''))].some((row) => `${row}${row}`.includes(text))
}
