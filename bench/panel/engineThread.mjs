// @ts-check
// The engine's worker as the extension host has it, called by name.
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Calls that wait for their answer. */
export class EngineThread {
  #worker = new Worker(path.resolve(import.meta.dirname, '../../dist/worker.js'));
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #next = 0;

  constructor() {
    this.#worker.on(
      'message',
      (/** @type {{ type: string, id: number, result: unknown, message: string }} */ message) => {
        const { type, id, result } = message;
        const pending = this.#pending.get(id);
        if (!pending || type === 'progress') return;
        this.#pending.delete(id);
        if (type === 'ok') pending.resolve(result);
        else pending.reject(new Error(message.message));
      },
    );
  }

  /**
   * @param {string} method
   * @param {object} argument
   * @returns {Promise<unknown>}
   */
  call(method, argument) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ type: 'call', id, method, argument });
    });
  }

  async stop() {
    await this.#worker.terminate();
  }
}
