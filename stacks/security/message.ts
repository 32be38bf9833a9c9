/** What leaves the findings bus for a topic: an EventBridge pattern with the word that its rule is named by. */
export interface Message {
  readonly name: string;
  readonly description: string;
  readonly pattern: object;
  /** Of the rule. @default 'ENABLED' */
  readonly state?: string | undefined;
}
