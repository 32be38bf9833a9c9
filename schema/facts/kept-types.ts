/**
 * What is protected somewhere, by type, and how it comes back once it was kept in AWS. `imported`: its stack finds it by what the stack
 * itself writes. `adopted`: AWS alone knows its id, which the settings can name. `made anew`: AWS makes another one beside it.
 */
export const keptTypes = {
  aws_cloudformation_stack: 'imported',
  aws_iam_role: 'imported',
  aws_kms_key: 'imported',
  // A job that ran once and is named again runs again.
  aws_macie2_classification_job: 'made anew',
  aws_organizations_account: 'adopted',
  aws_organizations_organization: 'adopted',
  aws_organizations_organizational_unit: 'adopted',
  aws_s3_bucket: 'imported',
  aws_sagemaker_model_package_group: 'imported',
  tfe_workspace: 'imported',
} as const;

type KeptType = keyof typeof keptTypes;

/** How something at an address comes back; undefined where nothing of its type is ever kept. */
export const tryReturnOf = (address: string): (typeof keptTypes)[KeptType] | undefined =>
  Object.entries(keptTypes).find(([type]) => address.startsWith(`${type}.`))?.[1];
