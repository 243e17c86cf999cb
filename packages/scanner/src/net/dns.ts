export interface Dns {
  placeholder?: never
}
