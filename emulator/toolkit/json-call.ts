/** A call in the JSON protocol of AWS, as moto is asked one: `jsonCall('TrentService.DescribeKey', { KeyId })`. */
export const jsonCall = (target: string, input: object = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  body: JSON.stringify(input),
});
