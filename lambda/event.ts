/**
 * What AWS Config sends to the function of a custom rule, as far as the checks read it.
 * Source: AWS Config Developer Guide, "Example Events for AWS Config Rules".
 */
export interface ConfigRuleEvent {
  /** JSON of what triggered the rule. */
  readonly invokingEvent: string;
  /** JSON of the rule's input parameters. */
  readonly ruleParameters: string;
  /** Says to `PutEvaluations` which rule and event the results belong to. */
  readonly resultToken: string;
  /** The changed resource is no longer in the rule's scope. */
  readonly eventLeftScope: boolean;
  readonly configRuleName: string;
  readonly accountId: string;
}

/** A resource that changed, as Config recorded it. */
export interface ResourceChange {
  readonly resourceType: string;
  /** What Config calls the resource: a name or an ARN. */
  readonly resourceId: string;
  readonly resourceName?: string | null;
  /** It was deleted, is no longer recorded, or left the rule's scope. */
  readonly gone: boolean;
  /** The recorded properties. Undefined where the record is too large for an event. */
  readonly configuration?: unknown;
}

/** An event, read. */
export interface Invocation {
  readonly ruleName: string;
  readonly accountId: string;
  readonly resultToken: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** When Config recorded the change, or started the scheduled run. Of two results for a resource the later one counts. */
  readonly time: Date;
  /** Undefined where the clock triggered the rule. */
  readonly change?: ResourceChange;
}

/** Fields that the record of a resource and the summary of an oversized record share. */
interface ConfigurationItem {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly resourceName?: string | null;
  readonly configurationItemStatus: string;
  readonly configurationItemCaptureTime: string;
  readonly configuration?: unknown;
}

type InvokingEvent =
  | { readonly messageType: 'ConfigurationItemChangeNotification'; readonly configurationItem: ConfigurationItem }
  | {
      readonly messageType: 'OversizedConfigurationItemChangeNotification';
      readonly configurationItemSummary: ConfigurationItem;
    }
  | { readonly messageType: 'ScheduledNotification'; readonly notificationCreationTime: string };

/** Reads an event of Config. Throws where Config sends a message that no rule of the landing zone asks for. */
export function parseEvent(event: ConfigRuleEvent): Invocation {
  const { configRuleName: ruleName, accountId, resultToken, eventLeftScope } = event;
  const parameters: Record<string, string> = JSON.parse(event.ruleParameters);
  const invoking: InvokingEvent = JSON.parse(event.invokingEvent);
  const changed = (item: ConfigurationItem): Invocation => ({
    ruleName,
    accountId,
    resultToken,
    parameters,
    time: new Date(item.configurationItemCaptureTime),
    change: {
      resourceType: item.resourceType,
      resourceId: item.resourceId,
      resourceName: item.resourceName,
      gone: eventLeftScope || !['OK', 'ResourceDiscovered'].includes(item.configurationItemStatus),
      configuration: item.configuration,
    },
  });
  switch (invoking.messageType) {
    case 'ConfigurationItemChangeNotification':
      return changed(invoking.configurationItem);
    case 'OversizedConfigurationItemChangeNotification':
      return changed(invoking.configurationItemSummary);
    case 'ScheduledNotification':
      return { ruleName, accountId, resultToken, parameters, time: new Date(invoking.notificationCreationTime) };
    default: {
      const { messageType } = invoking as { messageType: string };
      throw new Error(
        `The rule ${ruleName} was triggered by ${messageType}: trigger it by changes of resources or by a schedule`,
      );
    }
  }
}
