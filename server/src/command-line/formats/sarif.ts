import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import manifest from '../../../../package.json' with { type: 'json' };
import { RULES } from '../../rules/catalogue.ts';
import type { Finding, Fix, Severity } from '../../rules/rule.ts';
import { RULE_PAGES } from '../../rules/web.ts';
import { lineStarts, positionAt } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { type Format, type Report, separatedBy } from './format.ts';
import { jsonText } from './json-text.ts';
import { uriOf } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
/** The name under which fingerprints are known; its number grows when they are made in another way. */
const FINGERPRINT = 'sentinelCitations/v1';

/**
 * `check --format sarif`: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS). All rules stand in the
 * head, so that results can follow draft by draft.
 */
export function sarifFormat(): Format {
  const indexes = new Map(RULES.map(({ id }, index) => [id, index]));
  const pieces = separatedBy(',');
  return {
    begin: () => head(),
    draft: (report) =>
      resultsOf(report, indexes)
        .map((result) => `\n${jsonText(result)}`)
        .join(','),
    next: pieces.next,
    end: () => `${pieces.isEmpty() ? '' : '\n'}]}]}\n`,
  };
}

/** Everything before the first result. */
function head(): string {
  const run: Run = {
    tool: {
      driver: {
        name: manifest.displayName,
        version: manifest.version,
        semanticVersion: manifest.version,
        rules: RULES.map(descriptorOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    defaultEncoding: 'utf-8',
    results: [],
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return JSON.stringify(log).slice(0, -']}]}'.length);
}

function descriptorOf({ id, group, severity, summary, explanation }: (typeof RULES)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: explanation, markdown: explanation },
    helpUri: `${RULE_PAGES}/${id}.md`,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [group], 'problem.severity': problemSeverity(severity) },
  };
}

/** The three weights that GitHub's code scanning knows. */
function problemSeverity(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'recommendation';
}

function resultsOf({ name, text, findings }: Report, indexes: ReadonlyMap<string, number>): Result[] {
  const starts = lineStarts(text);
  const artifactLocation = { uri: uriOf(name) };
  const regionOf = ({ start, end }: Range) => {
    const [first, last] = [positionAt(starts, start), positionAt(starts, end)];
    return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column };
  };
  const placeOf = (range: Range) => ({ physicalLocation: { artifactLocation, region: regionOf(range) } });
  const fixOf = ({ title, edits }: Fix) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(edit),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  });
  const fingerprints = fingerprintsOf({ text, findings });
  return findings.map((finding: Finding, at) => {
    const { rule, severity, message, related, fixes } = finding;
    const changes = fixes.filter(({ edits }) => edits.length > 0);
    const ruleIndex = indexes.get(rule);
    return {
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [placeOf(finding)],
      ...(related.length > 0 && {
        relatedLocations: related.map((place, id) => ({ id, message: { text: place.message }, ...placeOf(place) })),
      }),
      ...(changes.length > 0 && { fixes: changes.map(fixOf) }),
      partialFingerprints: { [FINGERPRINT]: fingerprints[at] ?? '' },
    };
  });
}
