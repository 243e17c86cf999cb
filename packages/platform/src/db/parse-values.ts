import pg from 'pg'

const { builtins } = pg.types

// Counters and sums of ours stay far below 2^53; a text instead of a number would surprise everyone.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  // A day is no instant: pg would make it a local midnight.
  [builtins.DATE, (text) => text],
])

/** How values are read: int8 and numeric as numbers, timestamptz as Date, date as `YYYY-MM-DD`, the rest as pg does. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
  },
}
