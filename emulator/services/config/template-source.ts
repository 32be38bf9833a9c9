import type { Call } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { World } from '../../world';
import type { Input } from './api';
import { constraintError, insufficientPermissions } from './errors';
import { readTemplate, type Template } from './template';

const maxBody = 51_200;

type Source = Pick<Input<'PutConformancePack'>, 'TemplateBody' | 'TemplateS3Uri' | 'ConformancePackInputParameters'>;

/** Reads the template of a pack from the request or from S3, where AWS Config looks first. */
export async function templateOf(
  { moto }: World,
  { account, region, input }: Call<Source>,
  errorCode: string,
): Promise<Template> {
  const { TemplateBody, TemplateS3Uri, ConformancePackInputParameters = [] } = input;
  const invalid = (message: string) => new AwsError(errorCode, message);
  if (TemplateS3Uri !== undefined) {
    const path = TemplateS3Uri.replace(/^s3:\//, '');
    const { status, body } = await moto.request({ account, region, service: 's3', path });
    if (status !== 200) throw insufficientPermissions(`The conformance pack template ${TemplateS3Uri} cannot be read.`);
    return readTemplate(body, ConformancePackInputParameters, invalid);
  }
  if (TemplateBody === undefined) throw invalid('Template body or S3 URI is required.');
  if (TemplateBody.length > maxBody)
    throw constraintError('templateBody', `Member must have length less than or equal to ${maxBody}`);
  return readTemplate(TemplateBody, ConformancePackInputParameters, invalid);
}
