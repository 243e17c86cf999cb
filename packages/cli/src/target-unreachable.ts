import { CliError } from './cli-error.ts'

/** The website gave nothing to judge: another try may. */
export class TargetUnreachable extends CliError {}
