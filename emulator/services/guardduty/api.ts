import type { GuardDuty } from '@aws-sdk/client-guardduty';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Members whose name on the wire is more than the SDK's with a small first letter. */
interface Renamed {
  readonly DNSLogs: 'dnsLogs';
  readonly MemberDataSourceConfigurations: 'members';
}

type NameOf<Member> = Member extends keyof Renamed ? Renamed[Member] : Uncapitalize<Member & string>;

/** A value with the names of its members on the wire (`locationName` in the service model); the keys of a map are no members. */
type Named<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Named<Item>[]
    : string extends keyof T
      ? { readonly [Key in keyof T]: Named<T[Key]> }
      : { readonly [Member in keyof T as NameOf<Member>]: Named<T[Member]> };

/** GuardDuty's client as it travels: the SDK writes `DetectorId` where the wire has `detectorId`. */
type GuardDutyWire = {
  readonly [Operation in OperationOf<GuardDuty> as [InputOf<GuardDuty, Operation>] extends [never]
    ? never
    : Uncapitalize<Operation>]: (
    args: Named<InputOf<GuardDuty, Operation>>,
    options: never,
    done: (error: never, data?: Named<OutputOf<GuardDuty, Operation>>) => void,
  ) => void;
};

/** Handlers of Amazon GuardDuty. */
export type GuardDutyOperations = Operations<GuardDutyWire>;

export type GuardDutyCall<Operation extends OperationOf<GuardDutyWire>> = CallOf<GuardDutyWire, Operation>;

export type Input<Operation extends OperationOf<GuardDutyWire>> = InputOf<GuardDutyWire, Operation>;

export type Output<Operation extends OperationOf<GuardDutyWire>> = OutputOf<GuardDutyWire, Operation>;

/** A shape of the SDK's as GuardDuty writes it. */
export type Shape<T> = Named<Wire<T, number>>;

/** The requests that name GuardDuty's operations. Source: botocore's model guardduty/2017-11-28. */
export const routes: Routes<GuardDutyWire> = {
  CreateDetector: 'POST /detector',
  ListDetectors: ['GET /detector', { maxResults: 'number' }],
  GetDetector: 'GET /detector/:detectorId',
  UpdateDetector: 'POST /detector/:detectorId',
  DeleteDetector: 'DELETE /detector/:detectorId',
  ListFindings: 'POST /detector/:detectorId/findings',
  GetFindings: 'POST /detector/:detectorId/findings/get',
  ListIPSets: ['GET /detector/:detectorId/ipset', { maxResults: 'number' }],
  ListThreatIntelSets: ['GET /detector/:detectorId/threatintelset', { maxResults: 'number' }],
  ListThreatEntitySets: ['GET /detector/:detectorId/threatentityset', { maxResults: 'number' }],
  ListTrustedEntitySets: ['GET /detector/:detectorId/trustedentityset', { maxResults: 'number' }],
  ListCoverage: 'POST /detector/:detectorId/coverage',
  DescribeMalwareScans: 'POST /detector/:detectorId/malware-scans',
  EnableOrganizationAdminAccount: 'POST /admin/enable',
  DisableOrganizationAdminAccount: 'POST /admin/disable',
  ListOrganizationAdminAccounts: ['GET /admin', { maxResults: 'number' }],
  DescribeOrganizationConfiguration: ['GET /detector/:detectorId/admin', { maxResults: 'number' }],
  UpdateOrganizationConfiguration: 'POST /detector/:detectorId/admin',
  CreateMembers: 'POST /detector/:detectorId/member',
  ListMembers: ['GET /detector/:detectorId/member', { maxResults: 'number' }],
  GetMembers: 'POST /detector/:detectorId/member/get',
  DeleteMembers: 'POST /detector/:detectorId/member/delete',
  DisassociateMembers: 'POST /detector/:detectorId/member/disassociate',
  StopMonitoringMembers: 'POST /detector/:detectorId/member/stop',
  StartMonitoringMembers: 'POST /detector/:detectorId/member/start',
  GetMemberDetectors: 'POST /detector/:detectorId/member/detector/get',
  UpdateMemberDetectors: 'POST /detector/:detectorId/member/detector/update',
  InviteMembers: 'POST /detector/:detectorId/member/invite',
  GetInvitationsCount: 'GET /invitation/count',
  ListInvitations: ['GET /invitation', { maxResults: 'number' }],
  DeclineInvitations: 'POST /invitation/decline',
  DeleteInvitations: 'POST /invitation/delete',
  AcceptAdministratorInvitation: 'POST /detector/:detectorId/administrator',
  GetAdministratorAccount: 'GET /detector/:detectorId/administrator',
  DisassociateFromAdministratorAccount: 'POST /detector/:detectorId/administrator/disassociate',
  AcceptInvitation: 'POST /detector/:detectorId/master',
  GetMasterAccount: 'GET /detector/:detectorId/master',
  DisassociateFromMasterAccount: 'POST /detector/:detectorId/master/disassociate',
  CreateFilter: 'POST /detector/:detectorId/filter',
  ListFilters: ['GET /detector/:detectorId/filter', { maxResults: 'number' }],
  GetFilter: 'GET /detector/:detectorId/filter/:filterName',
  UpdateFilter: 'POST /detector/:detectorId/filter/:filterName',
  DeleteFilter: 'DELETE /detector/:detectorId/filter/:filterName',
  CreatePublishingDestination: 'POST /detector/:detectorId/publishingDestination',
  ListPublishingDestinations: ['GET /detector/:detectorId/publishingDestination', { maxResults: 'number' }],
  DescribePublishingDestination: 'GET /detector/:detectorId/publishingDestination/:destinationId',
  UpdatePublishingDestination: 'POST /detector/:detectorId/publishingDestination/:destinationId',
  DeletePublishingDestination: 'DELETE /detector/:detectorId/publishingDestination/:destinationId',
  ListTagsForResource: 'GET /tags/:resourceArn',
  TagResource: 'POST /tags/:resourceArn',
  UntagResource: ['DELETE /tags/:resourceArn', { tagKeys: 'list' }],
};
