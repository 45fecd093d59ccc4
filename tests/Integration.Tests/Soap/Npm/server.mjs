// A stock service behind the npm package "soap": document/literal, WSDL from its address. Prints its port.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
const [folder, wsdl] = process.argv.slice(2);
const soap = createRequire(`${folder}/`)('soap');
const rows = count => Array.from({ length: count }, (_, i) => ({ attributes: { id: String(i + 1) }, code: `B-${i + 1}`, qty: `${i + 1}.25` }));
const service = {
  Stock: {
    StockPort: {
      GetStock: args => ({ row: rows(Number(args.count)) }),
      Describe: args => ({ text: `${args?.item?.code ?? 'none'} x ${args?.item?.qty ?? '?'} [${[].concat(args?.item?.mark ?? []).join('+')}]` }),
      Refuse: args => {
        throw { Fault: { faultcode: args.code, faultstring: args.text, detail: { Refused: { why: 'because' } } } };
      },
      Later: () => new Promise(done => setTimeout(() => done({ text: 'later' }), 50)),
    },
  },
};
const server = createServer((request, response) => { response.statusCode = 404; response.end('Not here.'); });
server.listen(0, '127.0.0.1', () => {
  soap.listen(server, '/stock', service, readFileSync(wsdl, 'utf8'));
  console.log(`port ${server.address().port}`);
});
