/**
 * A broadcast as the documentation of `ws` shows it: each message is made once and sent to each
 * socket that is open. No protocol, no GraphQL, no log: what is lost is lost.
 */
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { districtOf, eventAt } from './events.js';
import { listening, publishing } from './publishing.js';

const http = createServer();
const server = new WebSocketServer({ server: http });

server.on('connection', (socket, request) => {
  socket.district = new URL(request.url, 'http://localhost').searchParams.get('district');
  socket.on('error', console.error);
});

publishing((number) => {
  const payload = { data: { projectUpdates: eventAt(number) } };
  const message = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload }));
  const district = districtOf(number);
  for (const client of server.clients) {
    if (client.readyState !== WebSocket.OPEN) continue;
    if (client.district === null || client.district === district) {
      client.send(message, { binary: false });
    }
  }
});
listening(http);
