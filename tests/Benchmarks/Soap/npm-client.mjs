// Calls the backend through the npm package "soap" for as many seconds as each line of input says, and prints calls per second.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Agent } from 'node:http';
const [folder, wsdl, address, callers] = process.argv.slice(2);
const soap = createRequire(`${folder}/`)('soap');
const client = await soap.createClientAsync(wsdl, { endpoint: address });
const options = { httpAgent: new Agent({ keepAlive: true }) };
for await (const line of createInterface({ input: process.stdin })) {
  const started = process.hrtime.bigint();
  const end = started + BigInt(Math.round(Number(line) * 1e9));
  let calls = 0;
  await Promise.all(Array.from({ length: Number(callers) }, async () => {
    while (process.hrtime.bigint() < end) {
      const [result] = await client.GetRowsAsync({ warehouse: '000000007', onDate: '2026-03-02T00:00:00' }, options);
      if (result.row.length !== 50) throw new Error('Rows are missing.');
      calls++;
    }
  }));
  console.log(calls / (Number(process.hrtime.bigint() - started) / 1e9));
}
