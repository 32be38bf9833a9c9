/** How bad it is, the worst first. */
export const digestSeverities = ['critical', 'high', 'medium', 'low'] as const;
export type DigestSeverity = (typeof digestSeverities)[number];

/** What the schedule passes: which digest is due. Whoever wants one at once invokes the function with it. */
export interface DigestRequest {
  /** Name of the landing zone. */
  readonly zone: string;
  readonly route: string;
  readonly every: 'day' | 'week';
  /** Whether an empty digest is sent. */
  readonly empty: 'send' | 'skip';
  /** What waits to be told. */
  readonly queueUrl: string;
  /** Whom it is told to. */
  readonly topicArn: string;
  /** Config rules by the severity of their controls, by the names that conformance packs have them under. Every other rule is low. */
  readonly rules: Readonly<Partial<Record<DigestSeverity, readonly string[]>>>;
}
