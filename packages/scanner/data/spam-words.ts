/**
 * Words by which injected search spam is known. Each stands for a trade that breaks into other people's sites to be found;
 * none is a fault by itself: a pharmacy writes about its goods, and a casino about its tables.
 */
export type SpamTrade = 'pharmacy' | 'gambling' | 'counterfeit' | 'loans' | 'essays' | 'adult' | 'software'

export const SPAM_WORDS: Record<SpamTrade, RegExp> = {
  pharmacy:
    /\b(?:viagra|cialis|levitra|kamagra|sildenafil|tadalafil|vardenafil|tramadol|xanax|valium|ambien|phentermine|modafinil|oxycontin|hydrocodone|adderall|cheap pills|online pharmacy|canadian pharmacy|no prescription|buy antibiotics)\b/i,
  gambling:
    /\b(?:casinos?|slots?[ -]?(?:gacor|online|machine|deposit|777)|judi|togel|situs slot|poker online|baccarat|sbobet|1xbet|melbet|mostbet|pin-?up bet|bandar|maxwin|bahis|canl[ıi] bahis|deneme bonusu|sportsbook|roulette)\b/i,
  counterfeit:
    /\b(?:replica (?:watch|bag|handbag|rolex)\w*|fake (?:rolex|watches)|(?:louis vuitton|gucci|prada|chanel|michael kors|ugg|moncler|ray ban|oakley|nike|jordan|hermes|burberry)[\w ]{0,20}(?:outlet|cheap|replica|sale|knockoff))\b|スーパーコピー|ブランドコピー|偽物|コピー品|激安\S{0,8}(?:通販|販売|専門店)/i,
  loans: /\b(?:payday loans?|cash advance|quick loans?|bad credit loans?|instant loans?|personal loans? online)\b/i,
  essays:
    /\b(?:essay (?:writing service|writers?|help)|write my (?:essay|paper)|buy (?:essays?|term papers?|dissertation))\b/i,
  adult: /\b(?:porn\w*|xxx|sex ?cams?|escorts? (?:service|girls?)|adult dating|hentai|live sex)\b/i,
  software:
    /\b(?:keygen|serial key|crack(?:ed)? (?:download|software|full)|warez|nulled (?:theme|plugin|script)s?|activator download)\b/i,
}

/** What Japanese shops that lie say of their goods; on a page in another language they were put there by somebody. */
export const JAPANESE_TRADE = /(?:激安|通販|送料無料|新品|正規品|最安値|楽天|中古|セール|販売|価格)/
export const KANA = /[\u3040-\u30ff]/

/** The trade that a text is about, or null. */
export function spamTradeOf(text: string): SpamTrade | null {
  for (const [trade, words] of Object.entries(SPAM_WORDS)) if (words.test(text)) return trade as SpamTrade
  return null
}
