export const USAGE = `Usage:
  distillation-evidence compare <suspect>… --originals <file|dir>… [--kind dataset|outputs]
      [--out <case dir>] [--set <setting>=<value>]… [--quiet] [--json]
  distillation-evidence inspect <file>… [--set suspect.response=<pointer or column>] [--json]
  distillation-evidence --version | --help

compare   which responses of the suspects share text with the originals beyond a minimum of evidence;
          writes the run into <case dir> (default: .distillation-evidence beside the suspect)
inspect   the shape found, fields, records, responses, skipped records, lengths

Exit codes: 0 done (found or not), 1 bad usage, 2 an input could not be read at all, 130 cancelled.`;
