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
        <path d="M-240 -76h880M-240 -20h880M-240 36h880M-240 92h880M-240 148h880M-240 204h880M-240 260h880M-240 316h880M-240 372h880M-240 428h880" />
        <path d="M-220 -76v56M-108 -76v56M4 -76v56M116 -76v56M228 -76v56M340 -76v56M452 -76v56M564 -76v56M-164 -20v56M-52 -20v56M60 -20v56M172 -20v56M284 -20v56M396 -20v56M508 -20v56M620 -20v56M-220 36v56M-108 36v56M4 36v56M116 36v56M228 36v56M340 36v56M452 36v56M564 36v56M-164 92v56M-52 92v56M60 92v56M172 92v56M284 92v56M396 92v56M508 92v56M620 92v56M-220 148v56M-108 148v56M4 148v56M340 148v56M452 148v56M564 148v56M-164 204v56M-52 204v56M60 204v56M396 204v56M508 204v56M620 204v56M-220 260v56M-108 260v56M4 260v56M340 260v56M452 260v56M564 260v56M-164 316v56M-52 316v56M60 316v56M396 316v56M508 316v56M620 316v56M-220 372v56M-108 372v56M4 372v56M340 372v56M452 372v56M564 372v56M-164 428v56M-52 428v56M60 428v56M396 428v56M508 428v56M620 428v56" />
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
      <path className={styles.ground} d="M-240 470h880v50h-880z" />
    </svg>
  )
}
