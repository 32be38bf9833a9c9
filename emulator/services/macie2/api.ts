import type { Macie2 } from '@aws-sdk/client-macie2';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Macie writes dates as ISO 8601. */
type Instant = string;

/** Handlers of Amazon Macie. */
export type MacieOperations = Operations<Macie2, Instant>;

export type MacieCall<Operation extends OperationOf<Macie2>> = CallOf<Macie2, Operation, Instant>;

export type Input<Operation extends OperationOf<Macie2>> = InputOf<Macie2, Operation, Instant>;

export type Output<Operation extends OperationOf<Macie2>> = OutputOf<Macie2, Operation, Instant>;

/** A shape of the SDK's as Macie writes it. */
export type Shape<T> = Wire<T, Instant>;

/** The requests that name Macie's operations. Source: botocore's model macie2/2020-01-01. */
export const routes: Routes<Macie2> = {
  EnableMacie: 'POST /macie',
  GetMacieSession: 'GET /macie',
  UpdateMacieSession: 'PATCH /macie',
  DisableMacie: 'DELETE /macie',
  EnableOrganizationAdminAccount: 'POST /admin',
  DisableOrganizationAdminAccount: 'DELETE /admin',
  ListOrganizationAdminAccounts: ['GET /admin', { maxResults: 'number' }],
  DescribeOrganizationConfiguration: 'GET /admin/configuration',
  UpdateOrganizationConfiguration: 'PATCH /admin/configuration',
  CreateMember: 'POST /members',
  ListMembers: ['GET /members', { maxResults: 'number' }],
  GetMember: 'GET /members/:id',
  DeleteMember: 'DELETE /members/:id',
  DisassociateMember: 'POST /members/disassociate/:id',
  UpdateMemberSession: 'PATCH /macie/members/:id',
  CreateInvitations: 'POST /invitations',
  ListInvitations: ['GET /invitations', { maxResults: 'number' }],
  AcceptInvitation: 'POST /invitations/accept',
  DeclineInvitations: 'POST /invitations/decline',
  DeleteInvitations: 'POST /invitations/delete',
  GetAdministratorAccount: 'GET /administrator',
  GetMasterAccount: 'GET /master',
  DisassociateFromAdministratorAccount: 'POST /administrator/disassociate',
  DisassociateFromMasterAccount: 'POST /master/disassociate',
  CreateClassificationJob: 'POST /jobs',
  ListClassificationJobs: 'POST /jobs/list',
  DescribeClassificationJob: 'GET /jobs/:jobId',
  UpdateClassificationJob: 'PATCH /jobs/:jobId',
  CreateCustomDataIdentifier: 'POST /custom-data-identifiers',
  ListCustomDataIdentifiers: 'POST /custom-data-identifiers/list',
  GetCustomDataIdentifier: 'GET /custom-data-identifiers/:id',
  DeleteCustomDataIdentifier: 'DELETE /custom-data-identifiers/:id',
  BatchGetCustomDataIdentifiers: 'POST /custom-data-identifiers/get',
  GetInvitationsCount: 'GET /invitations/count',
  ListFindings: 'POST /findings',
  ListAllowLists: ['GET /allow-lists', { maxResults: 'number' }],
  GetRevealConfiguration: 'GET /reveal-configuration',
  CreateFindingsFilter: 'POST /findingsfilters',
  ListFindingsFilters: ['GET /findingsfilters', { maxResults: 'number' }],
  GetFindingsFilter: 'GET /findingsfilters/:id',
  UpdateFindingsFilter: 'PATCH /findingsfilters/:id',
  DeleteFindingsFilter: 'DELETE /findingsfilters/:id',
  GetClassificationExportConfiguration: 'GET /classification-export-configuration',
  PutClassificationExportConfiguration: 'PUT /classification-export-configuration',
  GetFindingsPublicationConfiguration: 'GET /findings-publication-configuration',
  PutFindingsPublicationConfiguration: 'PUT /findings-publication-configuration',
  GetAutomatedDiscoveryConfiguration: 'GET /automated-discovery/configuration',
  UpdateAutomatedDiscoveryConfiguration: 'PUT /automated-discovery/configuration',
  ListTagsForResource: 'GET /tags/:resourceArn',
  TagResource: 'POST /tags/:resourceArn',
  UntagResource: ['DELETE /tags/:resourceArn', { tagKeys: 'list' }],
};
