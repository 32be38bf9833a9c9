import { AwsError } from '../../toolkit/errors';
import type { Call } from '../../toolkit/untyped';
import type { World } from '../../world';
import { constraintError } from './state';
import { readTemplate, type Template } from './template';

const MAX_BODY = 51_200;

/** Reads the template of a pack from the request or from S3, where AWS Config looks first. */
export async function templateOf({ moto }: World, call: Call, errorCode: string): Promise<Template> {
  const { TemplateBody, TemplateS3Uri, ConformancePackInputParameters = [] } = call.input;
  const invalid = (message: string) => new AwsError(errorCode, message);
  if (TemplateS3Uri === undefined && TemplateBody === undefined) throw invalid('Template body or S3 URI is required.');
  if (TemplateS3Uri !== undefined) {
    const path = TemplateS3Uri.replace(/^s3:\//, '');
    const { status, body } = await moto.request({ account: call.account, region: call.region, service: 's3', path });
    if (status !== 200) throw unreadable(TemplateS3Uri);
    return readTemplate(body, ConformancePackInputParameters, invalid);
  }
  if (TemplateBody.length > MAX_BODY) {
    throw constraintError('templateBody', `Member must have length less than or equal to ${MAX_BODY}`);
  }
  return readTemplate(TemplateBody, ConformancePackInputParameters, invalid);
}

const unreadable = (uri: string): AwsError =>
  new AwsError('InsufficientPermissionsException', `The conformance pack template ${uri} cannot be read.`);
