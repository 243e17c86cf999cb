import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const SQL = /\.sql$/
const DUMP =
  /^-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|Adminer|Dumping|SQLite)[^\n]{0,60}?(?:dump|database|SQL Dump)\b|^(?:CREATE TABLE(?: IF NOT EXISTS)? [`"[\w.]{1,140}["`\]]?\s*\(|PRAGMA foreign_keys=OFF;)/im

const PROOFS: readonly Proof<'data' | 'tables'>[] = [
  { outcome: 'data', paths: SQL, proof: [DUMP, /^(?:INSERT INTO|COPY) [`"[\w]/im] },
  { outcome: 'tables', paths: SQL, proof: DUMP },
]

export default defineCheck({
  id: 'exposure/sql-dump',
  question: 'Are dumps of the database kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/552.html'],
  distinct: ['path'],
  outcomes: {
    data: {
      severity: 'critical',
      cvss: vectors.data,
      title: 'A dump of the database can be downloaded',
      why: 'The file holds rows of the database as SQL: accounts with their password hashes, mail addresses, orders.',
      fix: 'Delete the file, end all sessions and have passwords changed. Keep dumps out of the document root.',
    },
    tables: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The structure of the database can be downloaded',
      why: 'The file names all tables and columns, which makes an attack on the application quicker. Rows may follow further down.',
      fix: 'Delete the file, and keep dumps out of the document root.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
