/** What a client has to offer, read from the OpenAPI document once, for all languages. Names are snake_case here. */
export interface Model {
  /** Of the API, such as `0.1.0`. */
  version: string
  /** In the order of the API's own table of contents. */
  resources: Resource[]
  /** Every object that has a name, those of answers first. */
  types: ObjectType[]
  /** The catalogue of errors. */
  errorCodes: string[]
}

export interface Resource {
  /** `alert_channels`: `client.alertChannels` in one language, `client.alert_channels` in another. */
  name: string
  operations: Operation[]
}

export interface Operation {
  /** As in the OpenAPI document: `createScan`. */
  id: string
  /** What the method is called: `create`. */
  name: string
  httpMethod: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/v1/scans/{scan_id}`. */
  path: string
  summary: string
  description: string
  deprecated: boolean
  /** In the order in which they stand in the path: they are positional arguments. */
  pathParameters: string[]
  /** Null: there are none. The type's name is that of the operation with `Params`. */
  query: ObjectType | null
  body: Body | null
  answer: Answer
}

export interface Body {
  type: Type
  /** Whether a call without any body is refused. */
  required: boolean
  mediaType: string
}

export type Answer =
  | { kind: 'nothing' }
  | { kind: 'json'; type: Type }
  /** A list that goes on: `items` is where its rows are, `type` what a row is. */
  | { kind: 'page'; items: string; type: Type }
  /** Server-Sent Events. */
  | { kind: 'events' }
  /** One JSON value a line. */
  | { kind: 'lines' }
  /** JSON (null: never), text or bytes, as the `Content-Type` of the answer says. */
  | { kind: 'file'; json: Type | null; text: boolean; binary: boolean }

/** An object with a name. */
export interface ObjectType {
  /** PascalCase: `Scan`, `ScanScoreCap`, `CreateScanParams`. */
  name: string
  description: string
  /** `out` comes from the service, which may add fields and values; `in` is sent to it. */
  direction: 'in' | 'out'
  fields: Field[]
}

export interface Field {
  /** As it goes over the wire. */
  name: string
  description: string
  required: boolean
  type: Type
}

export type Type =
  | { kind: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'unknown' }
  /** One of these texts; what comes from the service may also be one that is not known yet. */
  | { kind: 'enum'; values: string[]; open: boolean }
  | { kind: 'array'; items: Type }
  /** An object whose names are data. */
  | { kind: 'map'; values: Type }
  /** A named object of `Model.types`. */
  | { kind: 'object'; name: string }
  | { kind: 'union'; of: Type[] }
