/** JSON-RPC over a byte stream, as the Language Server Protocol frames it. */
export function encode(message) {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/**
 * Calls `receive` with every whole message. Chunks are joined once a message is complete, so that an answer of ten
 * megabytes costs no more than its length.
 *
 * @param {(message: any) => void} receive
 * @returns {(chunk: Buffer) => void}
 */
export function decoder(receive) {
  let chunks = [];
  let held = 0;
  let wanted = 0;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted && held > 0) {
      const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      chunks = [buffer];
      const headerEnd = buffer.indexOf("\r\n\r\n");
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, headerEnd))?.[1]);
      wanted = headerEnd + 4 + length;
      if (held < wanted) return;
      const body = buffer.toString("utf8", headerEnd + 4, wanted);
      chunks = [buffer.subarray(wanted)];
      held -= wanted;
      wanted = 0;
      receive(JSON.parse(body));
    }
  };
}
