// The peer: Node's own http server doing the same job by hand.
import http from 'node:http';

const [, , port] = process.argv;
http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const answer = JSON.stringify({
      ok: true, type: 'string', value: body.args.text, requestId: request.headers['x-request-id'], elapsedMs: 0.1,
    });
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  });
}).listen(Number(port), '127.0.0.1');
