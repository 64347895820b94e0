import styles from '../audit/copy.module.css'

type Props = {
  readonly caption: string
  readonly headers: readonly string[]
  /** The first cell of each names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly [string, ...string[]] }[]
}

/** A table on paper: plain, with every row named, as the tagged PDF of it is. */
export function PrintTable({ caption, headers, rows }: Props) {
  return (
    <table className={styles.list}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, place) => (
              <td key={headers[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
