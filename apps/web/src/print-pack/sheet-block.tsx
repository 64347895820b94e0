import type { SheetBlock as Block } from '@throughcare/i18n/print-sheet'
import { Pictogram } from './pictogram.tsx'
import styles from './print-sheet.module.css'

/** One part of a printed page. */
export function SheetBlock({ block, place }: { readonly block: Block; readonly place: number }) {
  const id = `part-${place}`
  if (block.kind === 'warning')
    return (
      <section className={styles.warning} aria-labelledby={id}>
        <h2 id={id}>{block.heading}</h2>
        {block.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    )
  if (block.kind === 'steps') return <Steps items={block.items} />
  if (block.kind === 'table') return <SheetTable block={block} id={id} />
  if (block.kind === 'list')
    return (
      <section className={styles.ticks} aria-labelledby={id}>
        <h2 id={id}>{block.heading}</h2>
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    )
  if (block.kind === 'own-words')
    return (
      <section className={styles.words} aria-labelledby={id}>
        <h2 id={id}>{block.heading}</h2>
        <ul>
          {block.items.map(({ words, language }) => (
            <li key={words} dir="auto" lang={language ?? undefined}>
              {words}
            </li>
          ))}
        </ul>
        {block.more && <p>{block.more}</p>}
      </section>
    )
  if (block.kind === 'safety')
    return (
      <section className={styles.safety} aria-labelledby={id}>
        <h2 id={id}>{block.heading}</h2>
        {block.note && <p className={styles.note}>{block.note}</p>}
        <ul>
          {block.items.map(({ text, english }) => (
            <li key={text}>
              {text}
              {english && (
                <span className={styles.english} lang="en" dir="ltr">
                  {english}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <section className={styles.lines}>
      {block.heading && <h2>{block.heading}</h2>}
      {block.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  )
}

function Steps({ items }: { readonly items: Extract<Block, { kind: 'steps' }>['items'] }) {
  const List = items.length > 1 ? 'ol' : 'ul'
  return (
    <List className={styles.steps} data-count={items.length}>
      {items.map(({ step, title, lines, mark }) => (
        <li key={step}>
          <Pictogram step={step} />
          <div>
            <h2>{title}</h2>
            {mark && <p className={styles.mark}>{mark}</p>}
            {lines.map(({ label, text }) => (
              <p key={`${label} ${text}`}>
                {label !== null && <span className={styles.label}>{label} </span>}
                {text}
              </p>
            ))}
          </div>
        </li>
      ))}
    </List>
  )
}

function SheetTable({ block, id }: { readonly block: Extract<Block, { kind: 'table' }>; readonly id: string }) {
  return (
    <section className={styles.table} aria-labelledby={id}>
      <h2 id={id}>{block.caption}</h2>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td key={block.head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
