import { elementsOf, tryElement } from '../../../emulator/toolkit/xml';

const xml = `<?xml version="1.0"?>
<Roles xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <member><Arn>one</Arn><Tags><member><Key>a</Key><Value>1 &lt; 2 &amp; &#34;x&#34;</Value></member></Tags></member>
  <member><Arn>007</Arn><Nothing/></member>
</Roles>`;

describe('an element', () => {
  it('is found wherever it is, in the order of the document, as text', () => {
    expect(elementsOf(xml, 'Arn')).toEqual(['one', '007']);
    expect(tryElement(xml, 'Nothing')).toBe('');
  });

  it('has its entities read', () => {
    expect(tryElement(xml, 'Value')).toBe('1 < 2 & "x"');
  });

  it('is not found by its attribute, its content or the beginning of its name', () => {
    expect(elementsOf(xml, 'xmlns')).toEqual([]);
    expect(elementsOf(xml, 'Ar')).toEqual([]);
    expect(tryElement('not XML', 'Arn')).toBeUndefined();
    expect(tryElement('', 'Arn')).toBeUndefined();
  });

  it('is found whatever prefix the writer gave it', () => {
    expect(tryElement('<s3:Status xmlns:s3="x">Enabled</s3:Status>', 's3:Status')).toBeUndefined();
    expect(tryElement('<s3:Status xmlns:s3="x">Enabled</s3:Status>', 'Status')).toBe('Enabled');
  });
});
