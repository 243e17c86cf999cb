import type { Route } from '../http/route.ts'
import { alertChannelRoutes } from './alert-channels/routes.ts'
import { alertRoutes } from './alerts/routes.ts'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { attestationRoutes } from './attestations/routes.ts'
import { auditLogRoutes } from './audit-log/routes.ts'
import { checkRoutes } from './checks/routes.ts'
import { complianceRoutes } from './compliance/routes.ts'
import { complianceBundleRoutes } from './compliance-bundles/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { integrationRoutes } from './integrations/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { monitorRoutes } from './monitors/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { paymentPageRoutes } from './payment-pages/routes.ts'
import { policyRoutes } from './policies/routes.ts'
import { reportScheduleRoutes } from './report-schedules/routes.ts'
import { reportLinkRoutes } from './reports/link-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { scanDiffRoutes } from './scans/diff-routes.ts'
import { scanEvidenceRoutes } from './scans/evidence-routes.ts'
import { scanResultRoutes } from './scans/result-routes.ts'
import { scanRoutes } from './scans/routes.ts'
import { scheduleRoutes } from './schedules/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { signingKeyRoutes } from './signing-keys/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'
import { usageRoutes } from './usage/routes.ts'
import { userRoutes } from './users/routes.ts'
import { verificationRoutes } from './verification/routes.ts'
import { mergeRoutes } from './vulnerabilities/merge-routes.ts'
import { vulnerabilityRoutes } from './vulnerabilities/routes.ts'
import { triageRoutes } from './vulnerabilities/triage-routes.ts'
import { vulnerabilityVerificationRoutes } from './vulnerabilities/verification-routes.ts'
import { webhookReplayRoutes } from './webhooks/replay-routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { websiteGroupRoutes } from './website-groups/routes.ts'
import { websiteImportRoutes } from './website-imports/routes.ts'
import { websiteRoutes } from './websites/routes.ts'
import { scoreHistoryRoutes } from './websites/score-history-routes.ts'

/** The API's table of contents. */
export const routes: readonly Route[] = [
  ...websiteRoutes,
  ...scoreHistoryRoutes,
  ...websiteGroupRoutes,
  ...websiteImportRoutes,
  ...verificationRoutes,
  ...scanRoutes,
  ...scanResultRoutes,
  ...scanEvidenceRoutes,
  ...scanDiffRoutes,
  ...scheduleRoutes,
  ...vulnerabilityRoutes,
  ...triageRoutes,
  ...vulnerabilityVerificationRoutes,
  ...mergeRoutes,
  ...overviewRoutes,
  ...monitorRoutes,
  ...alertRoutes,
  ...alertChannelRoutes,
  ...policyRoutes,
  ...complianceRoutes,
  ...attestationRoutes,
  ...reportLinkRoutes,
  ...reportRoutes,
  ...integrationRoutes,
  ...ticketRoutes,
  ...complianceBundleRoutes,
  ...paymentPageRoutes,
  ...signingKeyRoutes,
  ...reportScheduleRoutes,
  ...webhookRoutes,
  ...webhookReplayRoutes,
  ...eventRoutes,
  ...checkRoutes,
  ...feedRoutes,
  ...apiKeyRoutes,
  ...organizationRoutes,
  ...userRoutes,
  ...invitationRoutes,
  ...sessionRoutes,
  ...usageRoutes,
  ...auditLogRoutes,
]
