import type { Texts } from './texts.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const de: Texts = {
  kinds: {
    executive: 'Bericht für die Leitung',
    technical: 'Technischer Bericht',
    comparison: 'Vergleichsbericht',
    portfolio: 'Portfoliobericht',
    compliance: 'Compliance-Bericht',
  },
  severities: { critical: 'Kritisch', high: 'Hoch', medium: 'Mittel', low: 'Niedrig', info: 'Hinweis' },
  severityMeans: {
    critical: 'Gibt den Server oder seine Daten jedem preis, der danach fragt.',
    high: 'Gibt mit etwas Glück den Server, seine Daten oder seine Besucher preis.',
    medium: 'Nimmt einen Schutz weg, den die meisten Websites brauchen.',
    low: 'Nimmt einen feineren Schutz weg.',
    info: 'Gut zu wissen. Kostet keine Punkte.',
  },
  confidences: {
    confirmed: 'Bestätigt: durch einen Test mit Gegenprobe gezeigt',
    firm: 'Gesichert: aus dem gelesen, was die Website selbst gesendet hat',
    tentative: 'Vorläufig: ein Anzeichen, kein Beweis; zählt nicht',
  },
  statuses: {
    open: 'Offen',
    fixed: 'Behoben',
    reopened: 'Wieder da',
    accepted_risk: 'Akzeptiertes Risiko',
    false_positive: 'Als Fehlalarm markiert',
    merged: 'In einem anderen enthalten',
  },
  scanTypes: { quick: 'schnell', full: 'vollständig', active: 'aktiv' },
  efforts: { minutes: 'Unter einer Stunde', hours: 'Einige Stunden', days: 'Tage' },
  effortMeans: {
    minutes: 'eine Einstellung am Server oder im DNS, eine Datei, die zu entfernen ist',
    hours: 'ein Update samt Tests, eine neue Richtlinie, ein Zugang, der zu ersetzen ist',
    days: 'eine Änderung an der Anwendung selbst oder ein Vorfall, der aufzuklären ist',
  },

  page: (number, of) => `Seite ${number} von ${of}`,
  skip: 'Zum Bericht springen',
  numbers: 'Die Zahlen als Tabelle',
  contents: 'Inhalt',
  websites: (count) => many(count, 'Website', 'Websites'),
  findings: (count) => many(count, 'Befund', 'Befunde'),
  points: (count, text) => `${text} ${count === 1 ? 'Punkt' : 'Punkte'}`,
  span: (from, to) => `${from} bis ${to}`,
  of100: 'von 100',
  unscanned: 'Noch nicht geprüft',
  scoreLabel: (score, grade) => `Sicherheitswert ${score} von 100, Note ${grade}`,

  about: {
    website: 'Website',
    websites: 'Websites',
    scan: 'Scan',
    ended: 'Scan beendet',
    period: 'Zeitraum',
    made: 'Bericht erstellt',
    report: 'Bericht',
    scanOf: (type, seconds) => `${type}${seconds === null ? '' : `, ${seconds} s`}`,
  },

  verdict: {
    critical: (count) =>
      `${many(count, 'kritisches Problem ist', 'kritische Probleme sind')} heute zu beheben: Was hier geschützt wird, kann entwendet werden.`,
    high: (count) =>
      `${many(count, 'ernstes Problem ist', 'ernste Probleme sind')} zuerst zu beheben. Genau danach suchen Angreifer.`,
    medium: (count) =>
      `Kein ernstes Problem. ${count === 1 ? '1 Schutz fehlt, den' : `${count} Schutzmaßnahmen fehlen, die`} die meisten Websites brauchen.`,
    low: (count) => `Gut geschützt. ${many(count, 'Feinheit bleibt', 'Feinheiten bleiben')} offen.`,
    none: 'Es wurde nichts gefunden, was Punkte kostet. So soll es bleiben.',
    unscanned: 'Es ist noch kein Scan fertig, also gibt es nichts zu beurteilen.',
    up: (points, since) => `${points} mehr als am ${since}.`,
    down: (points, since) => `${points} weniger als am ${since}.`,
    same: (since) => `Unverändert seit dem ${since}.`,
    cap: (limit, severity) => `Mit einem Befund der Stufe „${severity}“ sind höchstens ${limit} Punkte möglich.`,
    aside: (count) =>
      `${count} ${count === 1 ? 'weiterer zählt' : 'weitere zählen'} nicht: vorläufig, akzeptiert oder als Fehlalarm markiert.`,
    average: 'Dies ist der Durchschnitt aller geprüften Websites.',
  },

  trend: {
    score: 'Sicherheitswert im Verlauf',
    average: 'Durchschnittlicher Sicherheitswert im Verlauf',
    counts: 'Befunde nach Schweregrad im Verlauf',
    scoreAlt: (from, to, first, last, scans) =>
      `Linie des Sicherheitswerts: ${first} am ${from}, ${last} am ${to}; ${many(scans, 'Scan', 'Scans')}.`,
    countsAlt: (first, last, from, to) =>
      `Balken der Befunde nach Schweregrad: insgesamt ${first} am ${from}, ${last} am ${to}.`,
    none: 'Bisher gibt es nur einen Scan. Mit dem nächsten beginnt der Verlauf.',
    scanned: 'Scan',
    when: 'Wann',
    scoreColumn: 'Wert',
    type: (type) => type,
    all: 'Mittel',
  },

  matters: {
    title: 'Was am wichtigsten ist',
    nothing: 'Kein Befund des letzten Scans kostet Punkte.',
    place: (url) => url,
    places: (url, more) => `${url} und ${many(more, 'weitere Stelle', 'weitere Stellen')}`,
  },
  first: {
    title: 'Was zuerst zu tun ist',
    action: 'Was zu tun ist',
    severity: 'Schweregrad',
    effort: 'Aufwand',
    gain: 'Gewinn',
    caption: 'Was zuerst zu tun ist, mit Aufwand und Gewinn',
    result: (count, from, to, grade) =>
      `Ist ${count === 1 ? 'dies' : `all dies (${count})`} behoben, steigt der Wert von ${from} auf ${to}, Note ${grade}.`,
    nothing: 'Es gibt nichts zu beheben, was den Wert erhöhen würde.',
  },
  effort: {
    title: 'Wie viel Arbeit es ist',
    label: 'Befunde nach Aufwand',
    note: (rest) => `Der Aufwand ist aus der Art jedes Befunds geschätzt, für jemanden, der die Website kennt. ${rest}`,
    means: (name, means) => `${name}: ${means}.`,
  },
  activity: {
    title: 'Was geschehen ist',
    label: 'Was im Zeitraum geschehen ist',
    new: 'Neu',
    fixed: 'Behoben',
    reopened: 'Wieder da',
    meanTime: 'Mittlere Zeit bis zur Behebung',
    days: (days) => many(days, 'Tag', 'Tage'),
    hours: (hours) => many(hours, 'Stunde', 'Stunden'),
  },
  limits: {
    title: 'Was ein Scan sagen kann und was nicht',
    text: 'Ein Scan sieht, was von außen zu sehen ist, in einem Augenblick. Was hier nicht steht, ist damit nicht ausgeschlossen. Wo etwas nicht geprüft werden konnte, sagt es der Bericht und zählt es nicht als bestanden.',
    english: 'Die Texte der einzelnen Befunde sind auf Englisch.',
  },

  summary: { title: 'Zusammenfassung' },
  overview: {
    title: 'Alle Befunde',
    caption: 'Alle Befunde, die schwersten zuerst',
    finding: 'Befund',
    places: 'Stellen',
    points: 'Punkte',
    severity: 'Schweregrad',
    website: 'Website',
    untold: (count) =>
      `${many(count, 'Befund hat', 'Befunde haben')} hier keinen Platz. Die Dateien dieses Berichts als CSV, JSON und SARIF enthalten alle.`,
    none: 'Es wurde nichts gefunden.',
  },
  finding: {
    title: 'Die Befunde im Einzelnen',
    why: 'Warum es wichtig ist',
    seen: 'Gesehen',
    fix: 'Wie es zu beheben ist',
    setting: (server) => server,
    elsewhere: (servers) =>
      `Einstellungen für ${servers} stehen in der JSON-Datei dieses Berichts: Diese Website nutzt sie nicht, soweit zu sehen war.`,
    where: 'Wo',
    more: (count) => `und ${many(count, 'weitere Stelle', 'weitere Stellen')}`,
    proof: 'Beweis',
    curl: 'Zum Wiederholen',
    payload: 'Was gesendet wurde, um es auszulösen',
    request: 'Anfrage',
    response: 'Antwort',
    control: 'Gegenprobe ohne die Lücke',
    facts: 'Angaben',
    confidence: 'Gewissheit',
    status: 'Zustand',
    website: 'Website',
    check: 'Prüfung',
    firstSeen: 'Zuerst gesehen',
    lastSeen: 'Zuletzt gesehen',
    fixed: 'Behoben',
    fingerprint: 'Fingerabdruck',
    references: 'Mehr dazu',
    assignee: 'Zugewiesen an',
    reason: 'Grund',
    expires: 'bis',
    setAside: 'Beiseitegelegt',
    setAsideMeans: 'Als Risiko akzeptiert oder als Fehlalarm markiert. Sie zählen nicht.',
    points: (text) => `−${text}`,
  },
  software: {
    title: 'Software, die zu sehen war',
    caption: 'Software, mit Version, wo sie sich zeigt',
    name: 'Name',
    version: 'Version',
    sure: 'Sicher',
    note: 'Eine Version mit „?“ kann die von etwas anderem sein. Ist Software von einer Distribution gepackt, können ihre Lücken geschlossen sein, obwohl die Nummer es nicht zeigt.',
  },
  coverage: {
    title: 'Was geprüft wurde',
    label: 'Prüfungen nach ihrer Antwort',
    answers: {
      passed: 'Bestanden',
      failed: 'Etwas gefunden',
      skipped: 'Trifft nicht zu',
      not_gathered: 'Nicht zu ermitteln',
      error: 'Fehlgeschlagen',
    },
    notAsked: 'Was nicht zu ermitteln war',
    notAskedCaption: 'Prüfungen, die nicht möglich waren, und warum',
    check: 'Frage',
    reason: 'Warum',
    spent: (pages, requests, handshakes, queries) =>
      `Beurteilte Seiten: ${pages}. Verbraucht: ${requests} HTTP-Anfragen, ${handshakes} TLS-Handshakes, ${queries} DNS-Anfragen.`,
    all: 'Alles, was zu prüfen war, konnte geprüft werden.',
    limits: 'Was den Scan verkürzt hat',
  },
  score: {
    title: 'Wie der Wert entsteht',
    caption: 'Abgezogene Punkte nach Schweregrad',
    found: 'Gefunden',
    each: 'Punkte je Befund',
    points: 'Punkte',
    severity: 'Schweregrad',
    text: (version) =>
      `100 weniger die Punkte aller Befunde, nie unter 0, kaufmännisch gerundet. Mit einem kritischen Befund sind höchstens 49 möglich, mit einem hohen höchstens 89. A+ ab 97, A ab 90, B ab 80, C ab 70, D ab 60, darunter F. Eine Ursache zählt einmal, auf wie vielen Seiten sie sich auch zeigt. Dies sind die Regeln der Fassung ${version}.`,
  },

  comparison: {
    subtitle: (from, to) => `Vom ${from} zum ${to}`,
    earlier: 'Früherer Scan',
    later: 'Späterer Scan',
    label: 'Was aus den Befunden wurde',
    verdict: (fixed, appeared) =>
      `${many(fixed, 'Befund wurde', 'Befunde wurden')} behoben, ${appeared === 0 ? 'keiner kam' : many(appeared, 'kam', 'kamen')} hinzu.`,
    scores: (from, to) => `Der Wert ging von ${from} auf ${to}.`,
    notComparable:
      'Die beiden Scans sind verschiedener Art oder nach verschiedenen Regeln bewertet: Ihre Werte dürfen nicht verglichen werden.',
    sections: {
      new: 'Neu',
      regressed: 'Wieder da',
      fixed: 'Behoben',
      not_tested: 'Nicht geprüft',
      unchanged: 'Unverändert',
    },
    means: {
      new: 'Vor dem späteren Scan auf dieser Website nie gesehen.',
      regressed: 'War behoben und ist zurück.',
      fixed: 'Im früheren Scan gesehen, im späteren geprüft und verschwunden.',
      not_tested:
        'Im früheren Scan gesehen und im späteren nicht geprüft, oder nicht dort, wo es zu sehen war. Es kann noch da sein: Das ist keine Behebung.',
      unchanged: 'In beiden Scans.',
    },
    none: 'Keine.',
    details: 'Was neu ist, im Einzelnen',
    place: 'Wo',
    type: 'Art',
  },

  portfolio: {
    title: 'Alle Websites',
    grades: 'Websites nach Note',
    unscanned: 'Nicht geprüft',
    table: 'Websites, die schwächsten zuerst',
    website: 'Website',
    score: 'Wert',
    change: 'Änderung',
    scanned: 'Letzter Scan',
    common: 'Was mehrere Websites gemeinsam haben',
    commonCaption: 'Befunde, die die meisten Websites gemeinsam haben',
    finding: 'Befund',
    on: 'Websites',
    commonText: 'Eine Änderung an einer Vorlage, einem Server oder einer Richtlinie behebt dies oft überall.',
    attention: 'Was zuerst Aufmerksamkeit braucht',
    worst: (names) => `Die niedrigsten Werte haben ${names}.`,
    verdict: (bad, all) =>
      bad === 0
        ? `Keine der ${all} Websites hat ein kritisches oder ernstes Problem.`
        : `${bad} von ${many(all, 'Website hat', 'Websites haben')} ein kritisches oder ernstes Problem.`,
  },

  compliance: {
    framework: 'Regelwerk',
    publisher: 'Herausgeber',
    assessed: 'Beurteilt',
    byStatus: 'Anforderungen nach ihrem Stand',
    statuses: {
      failing: 'Zweifelhaft',
      not_tested: 'Nicht geprüft',
      attestation_needed: 'Zu bestätigen',
      partly_tested: 'Teilweise geprüft',
      accepted: 'Akzeptiertes Risiko',
      met: 'Erfüllt',
      not_applicable: 'Nicht anwendbar',
    },
    means: {
      failing: 'Es wurde etwas gefunden, das dagegen spricht, oder jemand hat bestätigt, dass sie nicht erfüllt ist.',
      not_tested: 'Es wurde noch nichts geprüft, das darüber Auskunft gäbe.',
      attestation_needed:
        'Was von außen zu sehen ist, besteht; der Rest ist nicht zu sehen, und niemand hat ihn bestätigt.',
      partly_tested: 'Es wurde nichts gefunden, aber einige Prüfungen haben keine Antwort.',
      accepted: 'Was gefunden wurde, ist ein akzeptiertes Risiko: Wer es warum akzeptiert hat, steht dabei.',
      met: 'Was von außen zu sehen ist, besteht, und der Rest, wenn es einen gibt, ist bestätigt.',
      not_applicable: 'Jemand hat bestätigt, dass sie nicht anwendbar ist.',
    },
    verdict: (failing, all) =>
      failing === 0
        ? `Keine der ${all} Anforderungen ist nach dem, was zu sehen war, zweifelhaft.`
        : `${failing} von ${many(all, 'Anforderung', 'Anforderungen')} ${failing === 1 ? 'ist' : 'sind'} zweifelhaft.`,
    readTitle: 'Wie dies zu lesen ist',
    read: 'Jede Anforderung wurde daran gemessen, was von den Websites von außen zu sehen ist, und daran, was Menschen bestätigt haben. Dass eine Prüfung besteht, beweist nicht mehr, als sie gefragt hat; was von außen nicht zu sehen ist, steht bei jeder Anforderung. Das Urteil fällt, wer das Audit durchführt.',
    words:
      'Die Nummern sind die des Herausgebers; die Titel sind unsere Worte, auf Englisch, und ersetzen nicht den Text selbst:',
    all: 'Alle Anforderungen',
    number: 'Nummer',
    requirement: 'Anforderung',
    status: 'Stand',
    tested: 'Geprüft',
    details: 'Anforderungen im Einzelnen',
    checks: (passed, failed, skipped, unasked) =>
      `Prüfungen: ${passed} bestanden, ${failed} mit Befund, ${skipped} nicht anwendbar, ${unasked} ohne Antwort.`,
    evidence: 'Belege',
    unseen: 'Was von außen nicht zu sehen ist',
    on: 'So steht es auf:',
    verdicts: {
      met: 'Bestätigt: erfüllt',
      not_met: 'Bestätigt: nicht erfüllt',
      not_applicable: 'Bestätigt: nicht anwendbar',
    },
    scans: 'Scans, deren Antworten zählen',
  },
}
