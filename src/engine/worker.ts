/** The worker thread that reads, matches and owns the model: serves EngineCalls to the host. */
import { parentPort } from 'node:worker_threads';
import type { EngineCalls } from '../shared/engineCalls.js';
import { serve, type Message, type Port } from '../shared/rpc.js';
import type { Progress } from '../shared/run.js';
import type { SearchProgress } from '../shared/tableCalls.js';
import { engineHandlers } from './engineHandlers.js';

if (!parentPort) throw new Error('worker.js runs in a worker thread only.');
const thread = parentPort;
const port: Port = {
  post: (message: Message) => thread.postMessage(message),
  listen: (listener) => thread.on('message', listener),
};
serve<EngineCalls, Progress | SearchProgress>(port, engineHandlers());
