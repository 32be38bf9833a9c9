import type { LakeFormation } from '@aws-sdk/client-lakeformation';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Handlers of AWS Lake Formation, which writes dates as seconds. */
export type LakeOperations = Operations<LakeFormation>;

export type LakeCall<Operation extends OperationOf<LakeFormation>> = CallOf<LakeFormation, Operation>;

export type Input<Operation extends OperationOf<LakeFormation>> = InputOf<LakeFormation, Operation>;

export type Output<Operation extends OperationOf<LakeFormation>> = OutputOf<LakeFormation, Operation>;

/** A shape of the SDK's as it travels. */
export type Shape<T> = Wire<T, number>;

/** The requests that name Lake Formation's operations. Source: botocore's model lakeformation/2017-03-31. */
export const routes: Routes<LakeFormation> = {
  GetDataLakeSettings: 'POST /GetDataLakeSettings',
  PutDataLakeSettings: 'POST /PutDataLakeSettings',
  RegisterResource: 'POST /RegisterResource',
  UpdateResource: 'POST /UpdateResource',
  DescribeResource: 'POST /DescribeResource',
  ListResources: 'POST /ListResources',
  DeregisterResource: 'POST /DeregisterResource',
  CreateLFTag: 'POST /CreateLFTag',
  UpdateLFTag: 'POST /UpdateLFTag',
  DeleteLFTag: 'POST /DeleteLFTag',
  GetLFTag: 'POST /GetLFTag',
  AddLFTagsToResource: 'POST /AddLFTagsToResource',
  RemoveLFTagsFromResource: 'POST /RemoveLFTagsFromResource',
  GetResourceLFTags: 'POST /GetResourceLFTags',
  CreateDataCellsFilter: 'POST /CreateDataCellsFilter',
  UpdateDataCellsFilter: 'POST /UpdateDataCellsFilter',
  DeleteDataCellsFilter: 'POST /DeleteDataCellsFilter',
  GetDataCellsFilter: 'POST /GetDataCellsFilter',
  ListDataCellsFilter: 'POST /ListDataCellsFilter',
  ListLFTags: 'POST /ListLFTags',
  GrantPermissions: 'POST /GrantPermissions',
  RevokePermissions: 'POST /RevokePermissions',
  ListPermissions: 'POST /ListPermissions',
};
