import type { TrackerKind } from '../../db/schema.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { jira } from './jira.ts'
import { linear } from './linear.ts'
import { slackMessages } from './slack-messages.ts'
import type { Tracker } from './tracker.ts'

/** Every system in which vulnerabilities become tickets. */
export const TRACKERS: Record<TrackerKind, Tracker> = { jira, linear, github, gitlab, slack: slackMessages }
