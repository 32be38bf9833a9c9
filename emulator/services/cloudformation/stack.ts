import type {
  ResourceStatus,
  Stack as StackDescription,
  StackEvent,
  StackResourceSummary,
  StackStatus,
} from '@aws-sdk/client-cloudformation';
import type { Scope } from '../../toolkit/call';
import type { Clock } from '../../toolkit/clock';
import { tagList } from '../../toolkit/tags';
import type { Shape } from './api';
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
  readonly tags: Desired['tags'];
}

/** The status of a stack that can be described by its id alone. */
export const deleted = 'DELETE_COMPLETE';

/** A stack with its resources, and what has happened to it. */
export class Stack {
  resources: readonly MadeResource[] = [];
  status: StackStatus = 'CREATE_IN_PROGRESS';
  private reason: string | undefined;
  private readonly createdAt: string;
  /** Newest first. */
  readonly events: Shape<StackEvent>[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly home: Scope,
    public wish: Wish,
    private readonly clock: Pick<Clock, 'iso'>,
  ) {
    this.createdAt = clock.iso();
  }

  /** Goes on to the next status, which is an event of its own. `token` is the `ClientRequestToken` of the operation. */
  become(status: StackStatus & ResourceStatus, token: string | undefined, reason?: string): void {
    this.status = status;
    this.reason = reason;
    const itself = { logicalId: this.name, type: 'AWS::CloudFormation::Stack', physicalId: this.id };
    this.note(itself, status, token, reason);
  }

  /** Notes what has become of a resource. */
  note(
    { logicalId, type, physicalId = '' }: { logicalId: string; type: string; physicalId?: string },
    status: ResourceStatus,
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
      Timestamp: this.clock.iso(),
      ResourceStatus: status,
      ResourceStatusReason: reason,
      ClientRequestToken: token,
    });
  }

  /** As ListStacks answers it. */
  summary() {
    return {
      StackId: this.id,
      StackName: this.name,
      CreationTime: this.createdAt,
      StackStatus: this.status,
      StackStatusReason: this.reason,
      DriftInformation: { StackDriftStatus: 'NOT_CHECKED' as const },
    };
  }

  /** The resources, each with the status that its newest event gave it. */
  resourceSummaries(): Shape<StackResourceSummary>[] {
    return this.resources.map(({ logicalId, type, physicalId }) => {
      const last = this.events.find(({ LogicalResourceId }) => LogicalResourceId === logicalId);
      return {
        LogicalResourceId: logicalId,
        PhysicalResourceId: physicalId,
        ResourceType: type,
        LastUpdatedTimestamp: last?.Timestamp,
        ResourceStatus: last?.ResourceStatus,
        ResourceStatusReason: last?.ResourceStatusReason,
      };
    });
  }

  /** As DescribeStacks answers it. */
  describe(): Shape<StackDescription> {
    const { parameters, tags } = this.wish;
    return {
      ...this.summary(),
      DisableRollback: false,
      EnableTerminationProtection: false,
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
      Tags: tagList(tags),
      NotificationARNs: [],
      Outputs: [],
    };
  }
}
