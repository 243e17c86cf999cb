/** Log-in pages and marks of tools by which broken machines or deceived people are commanded. */
export interface PanelMark {
  name: string
  /** The title of the panel, whole. */
  title?: RegExp
  /** Markup that only this panel writes. */
  markup?: RegExp
  /** A response header and its value. */
  header?: readonly [name: string, value: RegExp]
}

export const C2_PANELS: readonly PanelMark[] = [
  { name: 'Covenant', title: /^Covenant$/, markup: /covenantuser\/(?:login|register)/i },
  { name: 'Mythic', title: /^Mythic$/, markup: /id="root"|mythic/i },
  { name: 'Starkiller (Empire)', title: /^Starkiller$/ },
  { name: 'Havoc', header: ['x-havoc', /^true$/i] },
  { name: 'NimPlant', title: /^NimPlant$/i },
  { name: 'Deimos C2', title: /^Deimos C2$/i },
  { name: 'Supershell', title: /^Supershell(?: - .{1,20})?$/i },
  { name: 'VIPER', title: /^VIPER$/, markup: /viper/i },
  { name: 'Hookbot', title: /^HOOKBOT PANEL$/i },
  { name: 'Gophish', title: /^Gophish - Login$/ },
  { name: 'UNAM miner panel', title: /^Unam Web Panel(?: .{1,40})?$/i },
  { name: 'Mystic Stealer', title: /^Mystic Stealer(?: - Login)?$/i },
  { name: 'Titan Stealer', title: /^Titan Stealer(?: - Login)?$/i },
  { name: 'Meduza Stealer', title: /^Meduza(?: Stealer)?(?: - Sign in)?$/i, markup: /meduza/i },
  {
    name: 'Amadey',
    markup: /<title>\s*Authorization\s*<\/title>[\s\S]{0,3000}(?:amadey|name="login"[\s\S]{0,300}Unlock)/i,
  },
]
