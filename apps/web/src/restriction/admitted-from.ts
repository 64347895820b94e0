/** Somebody who can be chosen: an account under the hat of a service, both in one value. */
export type AdmitChoice = { readonly value: string; readonly text: string }

export function admitValue(of: { accountId: string; serviceId: string }): string {
  return `${of.accountId} ${of.serviceId}`
}

/** What was ticked, as the API takes it. A group with one choice gives its value alone. */
export function admittedFrom(ticked: readonly string[] | string | false): { accountId: string; serviceId: string }[] {
  const values = typeof ticked === 'string' ? [ticked] : ticked || []
  return values.map((value) => {
    const [accountId = '', serviceId = ''] = value.split(' ')
    return { accountId, serviceId }
  })
}
