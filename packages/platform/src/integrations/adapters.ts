import type { ChannelKind } from '../db/schema.ts'
import type { Adapter } from './adapter.ts'
import { mail } from './mail.ts'
import { pagerduty } from './pagerduty.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { webhook } from './webhook.ts'

/** Every system that alerts can be told in. */
export const ADAPTERS: Record<ChannelKind, Adapter> = { mail, slack, teams, pagerduty, webhook }
