'use client'

/** When not even the layout could be made: no words file and no theme are there to rely on. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <title>Throughcare</title>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>What you saved before is saved. Load the page again; until then use the phone.</p>
          <h2 lang="nb">Noe gikk galt hos oss</h2>
          <p lang="nb">Det du har lagret, er lagret. Last siden på nytt, og bruk telefonen så lenge.</p>
        </main>
      </body>
    </html>
  )
}
