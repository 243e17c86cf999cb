declare module 'linebreak' {
  /** Line breaking by Unicode annex 14. */
  export default class LineBreaker {
    constructor(text: string)
    /** Null at the end. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
