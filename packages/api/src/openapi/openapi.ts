import { z } from 'zod'
import { APP_ERRORS } from '../app-error.ts'

type Procedure = { _def: { type: string; inputs?: unknown[]; meta?: { action?: string } } }

/** How every call looks on the wire, whatever the procedure: superjson in both directions. */
const ENVELOPE = `POST for reads and writes alike. The body is {"json": input}; a read answers {"result": {"data": {"json": …}}}. \
Dates travel as superjson writes them ("meta"). A subscription is a GET that answers with an event stream. Writes need Origin, content-type application/json and the header x-throughcare: 1.`

/**
 * The API as an OpenAPI 3.1 document, made from the router: what each procedure takes comes from its zod schema.
 *
 * @param router `appRouter`
 * @param origin where this installation answers: https://throughcare.example
 */
export function openApi(router: { _def: { procedures: object } }, origin: string): object {
  const procedures = Object.entries(router._def.procedures as Record<string, Procedure>)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughcare',
      version: '1',
      description: ENVELOPE,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${origin}/api/trpc` }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-throughcare-session' } },
      schemas: { Refusal: REFUSAL },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(
      procedures.map(([path, procedure]) => [
        `/${path}`,
        procedure._def.type === 'subscription'
          ? { get: stream(path, procedure) }
          : { post: operation(path, procedure) },
      ]),
    ),
  }
}

function operation(path: string, { _def: { type, inputs = [], meta } }: Procedure): object {
  return {
    operationId: path,
    tags: [path.split('.')[0]],
    summary: type === 'mutation' ? `Write: ${path}` : `Read: ${path}`,
    ...(meta?.action ? { 'x-action': meta.action } : {}),
    parameters:
      type === 'mutation'
        ? [{ name: 'x-throughcare', in: 'header', required: true, schema: { type: 'string', const: '1' } }]
        : [],
    ...(inputs.length > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: wrapped(schemaOf(inputs)) } } } }
      : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: RESULT } } },
      default: {
        description: 'Refused; the code says why',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

function stream(path: string, { _def: { meta } }: Procedure): object {
  return {
    operationId: path,
    tags: [path.split('.')[0]],
    summary: `Follow: ${path}`,
    ...(meta?.action ? { 'x-action': meta.action } : {}),
    parameters: [
      { name: 'last-event-id', in: 'header', schema: { type: 'string' } },
      { name: 'input', in: 'query', required: true, schema: { type: 'string', const: '{"json":{}}' } },
    ],
    responses: {
      200: { description: 'Events as they come', content: { 'text/event-stream': {} } },
      default: {
        description: 'Refused; the code says why',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

function schemaOf(inputs: unknown[]): object {
  const schemas = inputs.map((input) => {
    const { $schema: _version, ...schema } = z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' })
    return schema
  })
  return schemas.length === 1 ? (schemas[0] as object) : { allOf: schemas }
}

function wrapped(schema: object): object {
  return { type: 'object', properties: { json: schema, meta: { type: 'object' } }, required: ['json'] }
}

const RESULT = {
  type: 'object',
  properties: {
    result: {
      type: 'object',
      properties: { data: { type: 'object', properties: { json: {}, meta: { type: 'object' } } } },
    },
  },
}

const REFUSAL = wrappedError({
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        code: { type: 'string', enum: [...Object.keys(APP_ERRORS), 'unexpected'] },
        httpStatus: { type: 'integer' },
        details: { type: 'object' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, fault: { type: 'string' } } },
        },
        traceId: { type: ['string', 'null'] },
      },
    },
  },
})

function wrappedError(schema: object): object {
  return { type: 'object', properties: { error: { type: 'object', properties: { json: schema } } } }
}
