import type { Json } from '../../toolkit/untyped';
import type { Desired } from './resource-type';
import type { Declaration } from './template';

/** A resource that a stack has. */
export interface MadeResource extends Declaration {
  readonly physicalId: string;
  readonly desired: Desired;
}

/** What a stack is asked to be. */
export interface Wish {
  readonly body: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The status of a stack that can be described by its id alone. */
export const DELETED = 'DELETE_COMPLETE';

/** Every time of the emulated CloudFormation: answers are the same in each run. */
const TIME = '2025-01-01T00:00:00.000Z';

/** A stack with its resources, and what has happened to it. */
export class Stack {
  resources: readonly MadeResource[] = [];
  status = 'CREATE_IN_PROGRESS';
  private reason: string | undefined;
  /** Newest first. */
  readonly events: Json[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly account: string,
    readonly region: string,
    public wish: Wish,
  ) {}

  /** Goes on to the next status, which is an event of its own. `token` is the `ClientRequestToken` of the operation. */
  become(status: string, token: string | undefined, reason?: string): void {
    this.status = status;
    this.reason = reason;
    const itself = { logicalId: this.name, type: 'AWS::CloudFormation::Stack', physicalId: this.id };
    this.note(itself, status, token, reason);
  }

  /** Notes what has become of a resource. */
  note(
    { logicalId, type, physicalId = '' }: { logicalId: string; type: string; physicalId?: string },
    status: string,
    token: string | undefined,
    reason?: string,
  ): void {
    this.events.unshift({
      EventId: `${logicalId}-${this.events.length}`,
      StackId: this.id,
      StackName: this.name,
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      Timestamp: TIME,
      ResourceStatus: status,
      ResourceStatusReason: reason,
      ClientRequestToken: token,
    });
  }

  /** As DescribeStacks answers it. */
  describe(): Json {
    const { parameters, tags } = this.wish;
    return {
      StackId: this.id,
      StackName: this.name,
      CreationTime: TIME,
      StackStatus: this.status,
      StackStatusReason: this.reason,
      DisableRollback: false,
      EnableTerminationProtection: false,
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      NotificationARNs: [],
      Outputs: [],
      DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
    };
  }
}
