// Loaded before everything else, into threads and child processes too: whatever asks the network is named,
// whichever way the functions were imported.
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

const modules = {
  dgram: [dgram, ['createSocket']],
  dns: [dns, Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))],
  'dns.promises': [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']],
  http: [http, ['get', 'request']],
  http2: [http2, ['connect']],
  https: [https, ['get', 'request']],
  net: [net, ['connect', 'createConnection']],
  socket: [net.Socket.prototype, ['connect']],
  tls: [tls, ['connect']],
  global: [globalThis, ['fetch', 'WebSocket', 'EventSource']],
};

for (const [name, [owner, methods]] of Object.entries(modules)) {
  for (const method of methods) {
    // A function that can be called with `new`, as a WebSocket is.
    owner[method] = function () {
      writeSync(2, `ASKED THE NETWORK: ${name}.${method}\n`);
      process.exit(97);
    };
  }
}
syncBuiltinESMExports();
