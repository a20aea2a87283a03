/** A form as browsers send it. */
export function multipart(parts: Readonly<Record<string, string>>) {
  const boundary = 'a-boundary-of-the-tests';
  const fields = Object.entries(parts).map(
    ([name, text]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  return {
    body: `${fields.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
