import { readCall } from './call';
import { type BusEvent, textAt, tryParseEvent } from './event';
import { type DigestRequest, type DigestSeverity, digestSeverities } from './request';
import type { Told } from './told';

/** What a digest tells of one event. */
export interface Finding {
  /** Of the event. */
  readonly id: string;
  readonly severity: DigestSeverity;
  readonly kind: string;
  readonly account: string;
  /** ISO 8601. */
  readonly time: string;
  /** One line. */
  readonly title: string;
}

/** Longer ones are names that somebody chose. */
const mostOfTitle = 200;

/** What is told of the body of a message. What cannot be read is told, too: a digest drops nothing. */
export function readFinding(body: string, rules: DigestRequest['rules']): Finding {
  const event = tryParseEvent(body);
  if (!event) return { id: '', severity: 'medium', kind: unread, account: '', time: '', title: oneLine(body) };
  const region = oneLine(event.region ?? '');
  const { severity, kind, title, account } = read(event, rules);
  return {
    id: event.id ?? '',
    severity,
    kind,
    account: oneLine(account || event.account || ''),
    time: oneLine(event.time ?? ''),
    title: `${oneLine(title)}${region && ` (${region})`}`,
  };
}

const unread = 'Other events';

/** Names come from workloads, and whoever chooses one must not write lines of the mail. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, mostOfTitle)
    .trim();

function read(event: BusEvent, rules: DigestRequest['rules']): Told {
  const { detail, source = '' } = event;
  if (event['detail-type']?.endsWith('via CloudTrail')) return readCall(event);
  switch (`${source} ${event['detail-type']}`) {
    case 'aws.config Config Rules Compliance Change':
      return brokenRule(detail, rules);
    case 'aws.cloudwatch CloudWatch Alarm State Change':
      return {
        severity: 'high',
        kind: 'Alarms',
        title: `${textAt(detail, 'alarmName')}: ${textAt(detail, 'configuration', 'description')}`,
      };
    case 'aws.guardduty GuardDuty Finding':
      return {
        severity: ofNumber(Number(textAt(detail, 'severity'))),
        kind: 'GuardDuty',
        account: textAt(detail, 'accountId'),
        title: `${textAt(detail, 'type')}: ${textAt(detail, 'title')}`,
      };
    case 'aws.macie Macie Finding':
      return {
        severity: ofWord(textAt(detail, 'severity', 'description')),
        kind: 'Macie',
        account: textAt(detail, 'accountId'),
        title: `${textAt(detail, 'type')}: ${textAt(detail, 'resourcesAffected', 's3Bucket', 'name')}`,
      };
    case 'aws.securityhub Security Hub Findings - Imported':
      return {
        severity: ofWord(textAt(detail, 'findings', 0, 'Severity', 'Label')),
        kind: 'Security Hub',
        account: textAt(detail, 'findings', 0, 'AwsAccountId'),
        title: `${textAt(detail, 'findings', 0, 'Title')}: ${textAt(detail, 'findings', 0, 'Resources', 0, 'Id')}`,
      };
    default:
      return readOther(event, source);
  }
}

/** Sources of which every event counts the same, as docs/capabilities/alerts.md says. */
const others: Readonly<
  Record<string, { readonly severity: DigestSeverity; readonly kind: string; readonly title: (d: unknown) => string }>
> = {
  'aws.backup': {
    severity: 'medium',
    kind: 'Backups',
    title: (d) => `${textAt(d, 'state')}: ${textAt(d, 'resourceArn')}`,
  },
  'aws.config': {
    severity: 'high',
    kind: 'Config deliveries',
    title: (d) => `${textAt(d, 'messageType')}: ${textAt(d, 's3Bucket')}`,
  },
  'aws.health': {
    severity: 'critical',
    kind: 'AWS Health',
    title: (d) => `${textAt(d, 'eventTypeCode')}: ${textAt(d, 'eventDescription', 0, 'latestDescription')}`,
  },
  'aws.sagemaker': {
    severity: 'medium',
    kind: 'Model monitors',
    title: (d) =>
      `${textAt(d, 'MonitoringScheduleArn')}: ${textAt(d, 'ExitMessage') || textAt(d, 'ProcessingJobStatus')}`,
  },
};

function readOther({ detail, ...event }: BusEvent, source: string): Told {
  if (source === 'aws.access-analyzer')
    return {
      severity: typeof detail === 'object' && detail !== null && Reflect.get(detail, 'isPublic') ? 'high' : 'medium',
      kind: 'Access Analyzer',
      account: textAt(detail, 'accountId'),
      title: `${textAt(detail, 'resourceType')} ${textAt(detail, 'resource')}`,
    };
  const other = Object.hasOwn(others, source) ? others[source] : undefined;
  if (other) return { severity: other.severity, kind: other.kind, title: other.title(detail) };
  return { severity: 'medium', kind: unread, title: `${source} ${event['detail-type'] ?? ''}` };
}

/** A conformance pack gives the rule `bucket-encrypted` the name `bucket-encrypted-conformance-pack-x1y2z3abc`. */
function brokenRule(detail: unknown, rules: DigestRequest['rules']): Told {
  const name = textAt(detail, 'configRuleName').replace(/-conformance-pack-[a-z0-9]+$/, '');
  return {
    severity: digestSeverities.find((severity) => rules[severity]?.includes(name)) ?? 'low',
    kind: 'Config rules',
    account: textAt(detail, 'awsAccountId'),
    title: `${name}: ${textAt(detail, 'resourceType')} ${textAt(detail, 'resourceId')}`,
  };
}

/** GuardDuty User Guide, guardduty_findings-severity. */
const ofNumber = (severity: number): DigestSeverity =>
  severity >= 9 ? 'critical' : severity >= 7 ? 'high' : severity >= 4 ? 'medium' : 'low';

const ofWord = (word: string): DigestSeverity =>
  digestSeverities.find((severity) => severity === word.toLowerCase()) ?? 'low';
