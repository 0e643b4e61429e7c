// @ts-check
import { readFile } from 'node:fs/promises';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The names of the files in a zip archive, from its central directory (PKWARE APPNOTE 4.3.12, 4.3.16).
 * @param {string} file
 * @returns {Promise<string[]>}
 * @throws {Error} when the file is no zip archive
 */
export async function listZip(file) {
  const bytes = await readFile(file);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error(`${file} is no zip archive.`);
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`${file} has a broken directory.`);
    const name = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + rest;
  }
  return names;
}
