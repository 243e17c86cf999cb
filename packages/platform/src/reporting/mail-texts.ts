import type { ReportKind } from '../db/schema.ts'

/** All that the mails of a schedule say, in one language. */
export interface MailTexts {
  kinds: Record<ReportKind, string>
  websites: (count: number) => string
  score: string
  open: string
  severities: readonly [critical: string, high: string, medium: string, low: string]
  attached: string
  links: (until: string) => string
  download: (format: string) => string
  why: (schedule: string) => string
  unsubscribe: string
}

/** Another language is another entry, and nothing else. */
export const MAIL_TEXTS: Record<string, MailTexts> = {
  en: {
    kinds: {
      executive: 'Executive report',
      technical: 'Technical report',
      compliance: 'Compliance report',
      comparison: 'Comparison report',
      portfolio: 'Portfolio report',
    },
    websites: (count) => `${count} website${count === 1 ? '' : 's'}`,
    score: 'Security score',
    open: 'Open vulnerabilities',
    severities: ['critical', 'high', 'medium', 'low'],
    attached: 'The report is attached to this mail.',
    links: (until) => `The report can be downloaded until ${until}. Whoever has the link can open it.`,
    download: (format) => `Download as ${format}`,
    why: (schedule) => `You get this mail because you are a recipient of “${schedule}”.`,
    unsubscribe: 'Unsubscribe',
  },
  de: {
    kinds: {
      executive: 'Bericht für die Geschäftsleitung',
      technical: 'Technischer Bericht',
      compliance: 'Compliance-Bericht',
      comparison: 'Vergleichsbericht',
      portfolio: 'Portfoliobericht',
    },
    websites: (count) => `${count} Website${count === 1 ? '' : 's'}`,
    score: 'Sicherheitswertung',
    open: 'Offene Schwachstellen',
    severities: ['kritisch', 'hoch', 'mittel', 'niedrig'],
    attached: 'Der Bericht liegt dieser E-Mail bei.',
    links: (until) => `Der Bericht kann bis ${until} heruntergeladen werden. Wer den Link hat, kann ihn öffnen.`,
    download: (format) => `Als ${format} herunterladen`,
    why: (schedule) => `Sie erhalten diese E-Mail als Empfänger von „${schedule}“.`,
    unsubscribe: 'Abbestellen',
  },
  fr: {
    kinds: {
      executive: 'Rapport de direction',
      technical: 'Rapport technique',
      compliance: 'Rapport de conformité',
      comparison: 'Rapport comparatif',
      portfolio: 'Rapport de portefeuille',
    },
    websites: (count) => `${count} site${count === 1 ? '' : 's'}`,
    score: 'Score de sécurité',
    open: 'Vulnérabilités ouvertes',
    severities: ['critiques', 'élevées', 'moyennes', 'faibles'],
    attached: 'Le rapport est joint à ce message.',
    links: (until) => `Le rapport peut être téléchargé jusqu’au ${until}. Quiconque a le lien peut l’ouvrir.`,
    download: (format) => `Télécharger en ${format}`,
    why: (schedule) => `Vous recevez ce message en tant que destinataire de « ${schedule} ».`,
    unsubscribe: 'Se désabonner',
  },
}
