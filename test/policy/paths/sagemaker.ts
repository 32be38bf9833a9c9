import { approver, call, engineer, on, pipeline, responder, scientist, without } from '../proofs/calls';
import { automaticJob, featureGroup, model, trainingJob } from '../proofs/requests-of-sagemaker';
import { administrator, deployer, emergency, type Room, stopped } from './path';
import { sagemakerMachines } from './sagemaker-machines';
import { sagemakerRuns } from './sagemaker-runs';

const train = 'sagemaker:CreateTrainingJob';
const version = on('sagemaker', 'model-package/triage/1');
const approved = { 'sagemaker:ModelApprovalStatus': 'Approved' };
const label = { 'aws:TagKeys': ['data-classification'] };

export const sagemaker: Room = {
  'A second person approves each model': [
    ...stopped(
      'sagemaker-model-approval',
      'ml-production',
      call(scientist, 'approves its own model', 'sagemaker:UpdateModelPackage', version, approved),
      call(pipeline, 'registers it approved', 'sagemaker:CreateModelPackage', version, approved),
      call(deployer, 'approves by deployment', 'sagemaker:UpdateModelPackage', version, approved),
      call(emergency, 'approves in an emergency', 'sagemaker:UpdateModelPackage', version, approved),
      call(responder, 'approves', 'sagemaker:UpdateModelPackage', version, approved),
    ),
    ...stopped(
      'sagemaker-approver-trains-none',
      'ml-production',
      call(approver, 'trains what it approves', train, '*', trainingJob),
      call(approver, 'registers what it approves', 'sagemaker:CreateModelPackage', version),
      call(approver, 'lets Autopilot train', 'sagemaker:CreateAutoMLJobV2', '*', automaticJob),
    ),
    ...stopped(
      'sagemaker-registry-sharing',
      'ml-production',
      call(engineer, 'gives the registry to another account', 'sagemaker:PutModelPackageGroupPolicy'),
      call(engineer, 'shares lineage', 'sagemaker:PutLineageGroupPolicy'),
      call(approver, 'shares by Resource Access Manager', 'sagemaker:PutResourcePolicy'),
    ),
    ...stopped(
      'sagemaker-gated-models',
      'ml-production',
      call(engineer, 'takes a gated model', 'sagemaker:CreateModel', '*', {
        ...model,
        'sagemaker:DirectGatedModelAccess': 'true',
      }),
    ),
  ],
  'What was decided stays on record': [
    ...stopped(
      'sagemaker-governance-records',
      'ml-production',
      call(scientist, 'deletes a model card', 'sagemaker:DeleteModelCard'),
      call(engineer, 'deletes a version', 'sagemaker:DeleteModelPackage', version),
      call(administrator, 'deletes where data came from', 'sagemaker:DeleteArtifact'),
      call(administrator, 'unties a model from its data', 'sagemaker:DeleteAssociation'),
    ),
    ...stopped(
      'sagemaker-governance-tags',
      'ml-production',
      call(engineer, 'makes an endpoint without the label', 'sagemaker:CreateEndpoint'),
      call(engineer, 'takes the label off', 'sagemaker:DeleteTags', '*', label),
      call(engineer, 'calls it public', 'sagemaker:AddTags', on('sagemaker', 'endpoint/triage'), label),
    ),
    ...stopped(
      'sagemaker-monitoring-alive',
      'ml-production',
      call(engineer, 'stops a monitor', 'sagemaker:StopMonitoringSchedule'),
      call(engineer, 'deletes it', 'sagemaker:DeleteMonitoringSchedule'),
    ),
    ...stopped(
      'sagemaker-feature-group-tagged',
      'ml-production',
      call(
        scientist,
        'does not say how sensitive features are',
        'sagemaker:CreateFeatureGroup',
        '*',
        without(featureGroup, 'aws:RequestTag/data-classification'),
      ),
    ),
  ],
  ...sagemakerRuns,
  ...sagemakerMachines,
};
