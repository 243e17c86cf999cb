import asvs from './asvs_5.ts'
import gdpr from './gdpr.ts'
import hipaa from './hipaa.ts'
import iso from './iso_27001.ts'
import nis from './nis_2.ts'
import owasp2021 from './owasp_2021.ts'
import owasp2025 from './owasp_2025.ts'
import pci from './pci_dss_4.ts'
import soc from './soc_2.ts'
import type { FrameworkTable } from './table.ts'

/** In the order in which they are shown. */
export const FRAMEWORKS: readonly FrameworkTable[] = [owasp2025, owasp2021, asvs, pci, iso, soc, nis, gdpr, hipaa]

/** Checks that speak to no requirement of the frameworks beyond the Top 10, and why. */
export const APART: Record<string, string> = {}
