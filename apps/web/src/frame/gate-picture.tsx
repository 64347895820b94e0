import styles from './gate-picture.module.css'

/** The gate, open, with a lit way through it: decoration beside the sign-in form. */
export function GatePicture() {
  return (
    <svg
      className={styles.picture}
      viewBox="0 0 400 520"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id="gate-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.dawnHigh} />
          <stop offset="1" className={styles.dawnLow} />
        </linearGradient>
        <linearGradient id="gate-way" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.wayFar} />
          <stop offset="1" className={styles.wayNear} />
        </linearGradient>
        <clipPath id="gate-opening">
          <path d="M108 470V236a92 92 0 0 1 184 0v234z" />
        </clipPath>
      </defs>
      <g className={styles.wall}>
        <path d="M0-20h400M0 36h400M0 92h400M0 148h400M0 204h400M0 260h400M0 316h400M0 372h400M0 428h400" />
        <path d="M100-20v56M236-20v56M340-20v56M20 36v56M148 36v56M212 36v56M308 36v56M52 92v56M164 92v56M276 92v56M388 92v56M-4 148v56M108 148v56M220 148v56M332 148v56M52 204v56M348 204v56M24 260v56M376 260v56M52 316v56M348 316v56M24 372v56M376 372v56M52 428v42M348 428v42" />
      </g>
      <g clipPath="url(#gate-opening)">
        <rect x="100" y="130" width="200" height="340" fill="url(#gate-sky)" />
        <circle className={styles.sun} cx="226" cy="318" r="30" />
        <path className={styles.hills} d="M100 352c30-22 58-26 88-12 30 15 70 6 112-18v160H100z" />
        <path className={styles.houses} d="M126 346v-16l11-9 11 9v16zM152 348v-22h17v22zM246 340v-20l12-10 12 10v20z" />
        <path className={styles.windows} d="M134 336h5v6h-5zM158 332h5v6h-5zM255 328h6v7h-6z" />
        <path
          fill="url(#gate-way)"
          d="M212 350c-26 16 30 30-4 52-22 14-62 36-68 68h124c8-30-14-40-2-66 12-25-28-38-28-54z"
        />
      </g>
      <path className={styles.arch} d="M108 470V236a92 92 0 0 1 184 0v234" />
      <path className={styles.ground} d="M0 470h400v50H0z" />
    </svg>
  )
}
