/** A name as lists write it: family name first, as on every list of the field; one name alone where there is one. */
export function listedName(person: { familyName: string; givenNames: string }): string {
  return [person.familyName, person.givenNames].filter((part) => part !== '').join(', ')
}
