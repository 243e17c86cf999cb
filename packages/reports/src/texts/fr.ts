import type { Texts } from './texts.ts'

/** In French 0 and 1 are singular. */
const many = (count: number, one: string, more: string) => `${count} ${count < 2 ? one : more}`

export const fr: Texts = {
  kinds: {
    executive: 'Rapport de direction',
    technical: 'Rapport technique',
    comparison: 'Rapport comparatif',
    portfolio: 'Rapport de portefeuille',
    compliance: 'Rapport de conformité',
  },
  severities: { critical: 'Critique', high: 'Élevée', medium: 'Moyenne', low: 'Faible', info: 'Info' },
  severityMeans: {
    critical: 'Livre le serveur ou ses données à quiconque les demande.',
    high: 'Livre le serveur, ses données ou ses visiteurs, avec un peu de chance.',
    medium: 'Retire une protection dont la plupart des sites ont besoin.',
    low: 'Retire une protection plus fine.',
    info: 'Bon à savoir. Ne coûte aucun point.',
  },
  confidences: {
    confirmed: 'Confirmé\u00a0: démontré par un essai avec contre-épreuve',
    firm: 'Établi\u00a0: lu dans ce que le site envoie lui-même',
    tentative: 'Indice\u00a0: un signe, pas une preuve\u00a0; ne compte pas',
  },
  statuses: {
    open: 'Ouvert',
    fixed: 'Corrigé',
    reopened: 'De retour',
    accepted_risk: 'Risque accepté',
    false_positive: 'Marqué comme faux',
    merged: 'Compris dans un autre',
  },
  scanTypes: { quick: 'rapide', full: 'complète', active: 'active' },
  efforts: { minutes: 'Moins d’une heure', hours: 'Quelques heures', days: 'Des jours' },
  effortMeans: {
    minutes: 'un réglage du serveur ou du DNS, un fichier à retirer',
    hours: 'une mise à jour avec ses essais, une nouvelle politique, un accès à remplacer',
    days: 'une modification de l’application elle-même, ou un incident à élucider',
  },

  page: (number, of) => `Page ${number} sur ${of}`,
  skip: 'Aller au rapport',
  numbers: 'Les chiffres sous forme de tableau',
  contents: 'Sommaire',
  websites: (count) => many(count, 'site', 'sites'),
  findings: (count) => many(count, 'constat', 'constats'),
  points: (count, text) => `${text} ${Math.abs(count) < 2 ? 'point' : 'points'}`,
  span: (from, to) => `du ${from} au ${to}`,
  of100: 'sur 100',
  unscanned: 'Pas encore analysé',
  scoreLabel: (score, grade) => `Score de sécurité ${score} sur 100, note ${grade}`,

  about: {
    website: 'Site',
    websites: 'Sites',
    scan: 'Analyse',
    ended: 'Fin de l’analyse',
    period: 'Période',
    made: 'Rapport établi',
    report: 'Rapport',
    scanOf: (type, seconds) => `${type}${seconds === null ? '' : `, ${seconds} s`}`,
  },

  verdict: {
    critical: (count) =>
      `${many(count, 'problème critique', 'problèmes critiques')} à corriger aujourd’hui\u00a0: ce qui est protégé ici peut être pris.`,
    high: (count) =>
      `${many(count, 'problème sérieux', 'problèmes sérieux')} à corriger d’abord. C’est exactement ce que cherchent les attaquants.`,
    medium: (count) =>
      `Aucun problème sérieux. Il manque ${many(count, 'protection', 'protections')} dont la plupart des sites ont besoin.`,
    low: (count) => `Bien protégé. Il reste ${many(count, 'point de détail', 'points de détail')}.`,
    none: 'Rien n’a été trouvé qui coûte des points. Continuez ainsi.',
    unscanned: 'Aucune analyse n’est terminée\u00a0: il n’y a encore rien à juger.',
    up: (points, since) => `${points} de plus que le ${since}.`,
    down: (points, since) => `${points} de moins que le ${since}.`,
    same: (since) => `Inchangé depuis le ${since}.`,
    cap: (limit, severity) =>
      `Avec un constat de gravité «\u00a0${severity.toLowerCase()}\u00a0», le score est au plus ${limit}.`,
    aside: (count) =>
      `${count} de plus ${count < 2 ? 'ne compte' : 'ne comptent'} pas\u00a0: simple indice, accepté ou marqué comme faux.`,
    average: 'C’est la moyenne de tous les sites analysés.',
  },

  trend: {
    score: 'Évolution du score',
    average: 'Évolution du score moyen',
    counts: 'Évolution des constats par gravité',
    scoreAlt: (from, to, first, last, scans) =>
      `Courbe du score de sécurité\u00a0: ${first} le ${from}, ${last} le ${to}\u00a0; ${many(scans, 'analyse', 'analyses')}.`,
    countsAlt: (first, last, from, to) =>
      `Barres des constats par gravité\u00a0: ${first} en tout le ${from}, ${last} le ${to}.`,
    none: 'Il n’y a encore qu’une analyse. La prochaine ouvrira la courbe.',
    scanned: 'Analyse',
    when: 'Date',
    scoreColumn: 'Score',
    type: (type) => type,
    all: 'moyenne',
  },

  matters: {
    title: 'Ce qui compte le plus',
    nothing: 'Aucun constat de la dernière analyse ne coûte de points.',
    place: (url) => url,
    places: (url, more) => `${url} et ${many(more, 'autre endroit', 'autres endroits')}`,
  },
  first: {
    title: 'Que faire d’abord',
    action: 'Que faire',
    severity: 'Gravité',
    effort: 'Effort',
    gain: 'Gain',
    caption: 'Que faire d’abord, avec l’effort et le gain',
    result: (count, from, to, grade) =>
      `${count === 1 ? 'Ce point corrigé' : `Ces ${count} points corrigés`}, le score passe de ${from} à ${to}, note ${grade}.`,
    nothing: 'Il n’y a rien à corriger qui relèverait le score.',
  },
  effort: {
    title: 'Quelle charge de travail',
    label: 'Constats par effort',
    note: (rest) =>
      `L’effort est estimé d’après la nature de chaque constat, pour une personne qui connaît le site. ${rest}`,
    means: (name, means) => `${name}\u00a0: ${means}.`,
  },
  activity: {
    title: 'Ce qui s’est passé',
    label: 'Ce qui s’est passé pendant la période',
    new: 'Nouveaux',
    fixed: 'Corrigés',
    reopened: 'De retour',
    meanTime: 'Délai moyen de correction',
    days: (days) => many(days, 'jour', 'jours'),
    hours: (hours) => many(hours, 'heure', 'heures'),
  },
  limits: {
    title: 'Ce qu’une analyse peut dire, et ce qu’elle ne peut pas',
    text: 'Une analyse voit ce qui se voit de l’extérieur, à un instant donné. Ce qui ne figure pas ici n’est pas pour autant exclu. Quand quelque chose n’a pas pu être testé, le rapport le dit au lieu de le compter comme réussi.',
    english: 'Les textes de chaque constat sont en anglais.',
  },

  summary: { title: 'Synthèse' },
  overview: {
    title: 'Tous les constats',
    caption: 'Tous les constats, les plus graves d’abord',
    finding: 'Constat',
    places: 'Endroits',
    points: 'Points',
    severity: 'Gravité',
    website: 'Site',
    untold: (count) =>
      `${many(count, 'constat n’a', 'constats n’ont')} pas de place ici. Les fichiers CSV, JSON et SARIF de ce rapport les contiennent tous.`,
    none: 'Rien n’a été trouvé.',
  },
  finding: {
    title: 'Les constats en détail',
    why: 'Pourquoi c’est important',
    seen: 'Observé',
    fix: 'Comment corriger',
    setting: (server) => server,
    elsewhere: (servers) =>
      `Les réglages pour ${servers} figurent dans le fichier JSON de ce rapport\u00a0: rien n’indique que ce site les utilise.`,
    where: 'Où',
    more: (count) => `et ${many(count, 'autre endroit', 'autres endroits')}`,
    proof: 'Preuve',
    curl: 'Pour répéter',
    payload: 'Ce qui a été envoyé pour le provoquer',
    request: 'Requête',
    response: 'Réponse',
    control: 'Contre-épreuve, sans la faille',
    facts: 'Données',
    confidence: 'Certitude',
    status: 'État',
    website: 'Site',
    check: 'Contrôle',
    firstSeen: 'Vu la première fois',
    lastSeen: 'Vu la dernière fois',
    fixed: 'Corrigé',
    fingerprint: 'Empreinte',
    references: 'En savoir plus',
    assignee: 'Attribué à',
    reason: 'Motif',
    expires: 'jusqu’au',
    setAside: 'Mis de côté',
    setAsideMeans: 'Acceptés comme risque ou marqués comme faux. Ils ne comptent pas.',
    points: (text) => `−${text}`,
  },
  software: {
    title: 'Logiciels observés',
    caption: 'Logiciels, avec leur version quand elle se voit',
    name: 'Nom',
    version: 'Version',
    sure: 'Certitude',
    note: 'Une version suivie de «\u00a0?\u00a0» peut être celle d’autre chose. Un logiciel fourni par une distribution peut avoir été corrigé sans que son numéro le montre.',
  },
  coverage: {
    title: 'Ce qui a été testé',
    label: 'Contrôles selon leur réponse',
    answers: {
      passed: 'Réussis',
      failed: 'Avec constat',
      skipped: 'Sans objet',
      not_gathered: 'Impossibles',
      error: 'Échoués',
    },
    notAsked: 'Ce qui n’a pas pu être testé',
    notAskedCaption: 'Contrôles impossibles, et pourquoi',
    check: 'Question',
    reason: 'Pourquoi',
    spent: (pages, requests, handshakes, queries) =>
      `Pages jugées\u00a0: ${pages}. Consommé\u00a0: ${requests} requêtes HTTP, ${handshakes} négociations TLS, ${queries} requêtes DNS.`,
    all: 'Tout ce qui devait être testé a pu l’être.',
    limits: 'Ce qui a écourté l’analyse',
  },
  score: {
    title: 'Comment le score est calculé',
    caption: 'Points retirés, par gravité',
    found: 'Trouvés',
    each: 'Points par constat',
    points: 'Points',
    severity: 'Gravité',
    text: (version) =>
      `100 moins les points de tous les constats, jamais moins de 0, arrondi au plus proche. Avec un constat critique, le score est au plus 49\u00a0; avec un constat de gravité élevée, au plus 89. A+ dès 97, A dès 90, B dès 80, C dès 70, D dès 60, F au-dessous. Une cause compte une fois, quel que soit le nombre de pages où elle se voit. Ce sont les règles de la version ${version}.`,
  },

  comparison: {
    subtitle: (from, to) => `Du ${from} au ${to}`,
    earlier: 'Première analyse',
    later: 'Seconde analyse',
    label: 'Ce que sont devenus les constats',
    verdict: (fixed, appeared) =>
      `${many(fixed, 'constat corrigé', 'constats corrigés')}, ${appeared === 0 ? 'aucun nouveau' : many(appeared, 'apparu', 'apparus')}.`,
    scores: (from, to) => `Le score est passé de ${from} à ${to}.`,
    notComparable:
      'Les deux analyses sont de types différents ou suivent des règles différentes\u00a0: leurs scores ne doivent pas être comparés.',
    sections: {
      new: 'Nouveaux',
      regressed: 'De retour',
      fixed: 'Corrigés',
      not_tested: 'Non testés',
      unchanged: 'Inchangés',
    },
    means: {
      new: 'Jamais vus sur ce site avant la seconde analyse.',
      regressed: 'Corrigés auparavant, et revenus.',
      fixed: 'Dans la première analyse, recherchés dans la seconde, et disparus.',
      not_tested:
        'Dans la première analyse, et non recherchés dans la seconde, ou pas là où ils avaient été vus. Ils peuvent être encore là\u00a0: ce n’est pas une correction.',
      unchanged: 'Dans les deux analyses.',
    },
    none: 'Aucun.',
    details: 'Ce qui est nouveau, en détail',
    place: 'Où',
    type: 'Type',
  },

  portfolio: {
    title: 'Tous les sites',
    grades: 'Sites par note',
    unscanned: 'Non analysés',
    table: 'Sites, les plus faibles d’abord',
    website: 'Site',
    score: 'Score',
    change: 'Évolution',
    scanned: 'Dernière analyse',
    common: 'Ce que plusieurs sites ont en commun',
    commonCaption: 'Les constats les plus répandus',
    finding: 'Constat',
    on: 'Sites',
    commonText:
      'Un seul changement de modèle, de serveur ou de politique suffit souvent à corriger ces points partout.',
    attention: 'Ce qui demande l’attention d’abord',
    worst: (names) => `Les scores les plus bas\u00a0: ${names}.`,
    verdict: (bad, all) =>
      bad === 0
        ? `Aucun des ${all} sites n’a de problème critique ou sérieux.`
        : `${bad} ${many(all, 'site', 'sites').replace(/^(\d+)/, 'sur $1')} ${bad < 2 ? 'a' : 'ont'} un problème critique ou sérieux.`,
  },

  compliance: {
    framework: 'Référentiel',
    publisher: 'Éditeur',
    assessed: 'Évalué le',
    byStatus: 'Exigences selon leur état',
    statuses: {
      failing: 'En doute',
      not_tested: 'Non testée',
      attestation_needed: 'À attester',
      partly_tested: 'Testée en partie',
      accepted: 'Risque accepté',
      met: 'Satisfaite',
      not_applicable: 'Sans objet',
    },
    means: {
      failing: 'Un constat parle contre elle, ou il a été attesté qu’elle n’est pas satisfaite.',
      not_tested: 'Rien de ce qui en dirait quelque chose n’a encore été regardé.',
      attestation_needed:
        'Ce qui se voit de l’extérieur est bon ; le reste ne se voit pas, et personne ne l’a attesté.',
      partly_tested: 'Rien n’a été trouvé, mais certains contrôles n’ont pas de réponse.',
      accepted: 'Ce qui a été trouvé est un risque accepté : par qui et pourquoi figure à côté.',
      met: 'Ce qui se voit de l’extérieur est bon, et le reste, s’il y en a un, est attesté.',
      not_applicable: 'Il a été attesté qu’elle ne s’applique pas.',
    },
    verdict: (failing, all) =>
      failing === 0
        ? `Aucune des ${all} exigences n’est en doute d’après ce qui a été vu.`
        : `${failing} sur ${many(all, 'exigence', 'exigences')} ${failing === 1 ? 'est' : 'sont'} en doute.`,
    readTitle: 'Comment lire ce rapport',
    read: 'Chaque exigence a été comparée à ce qui se voit des sites de l’extérieur et à ce que des personnes ont attesté. Qu’un contrôle réussisse ne prouve rien de plus que ce qu’il a demandé ; ce qui ne se voit pas de l’extérieur est dit à chaque exigence. Le jugement revient à l’auditeur.',
    words:
      'Les numéros sont ceux de l’éditeur ; les titres sont les nôtres, en anglais, et ne remplacent pas le texte lui-même :',
    all: 'Toutes les exigences',
    number: 'Numéro',
    requirement: 'Exigence',
    status: 'État',
    tested: 'Testée',
    details: 'Les exigences en détail',
    checks: (passed, failed, skipped, unasked) =>
      `Contrôles : ${passed} réussis, ${failed} avec constat, ${skipped} sans objet, ${unasked} sans réponse.`,
    evidence: 'Preuves',
    unseen: 'Ce qui ne se voit pas de l’extérieur',
    on: 'Il en est ainsi sur :',
    verdicts: {
      met: 'Attesté : satisfaite',
      not_met: 'Attesté : non satisfaite',
      not_applicable: 'Attesté : sans objet',
    },
    scans: 'Scans dont les réponses comptent',
  },
}
