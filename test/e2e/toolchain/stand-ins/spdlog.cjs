// Stands in for VS Code's native logger: appends lines to the file it is given.
// The names are assigned to `exports` one by one because VS Code imports them by name from an ES module.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

class Logger {
  constructor(/** @type {string} */ _kind, /** @type {string} */ _name, /** @type {string} */ file) {
    this.file = file;
    this.level = 2;
  }
  setPattern() {}
  clearFormatters() {}
  setLevel(/** @type {number} */ level) {
    this.level = level;
  }
  getLevel() {
    return this.level;
  }
  flush() {}
  drop() {}
  trace(/** @type {string} */ message) {
    this.write("trace", message);
  }
  debug(/** @type {string} */ message) {
    this.write("debug", message);
  }
  info(/** @type {string} */ message) {
    this.write("info", message);
  }
  warn(/** @type {string} */ message) {
    this.write("warning", message);
  }
  error(/** @type {string} */ message) {
    this.write("error", message);
  }
  critical(/** @type {string} */ message) {
    this.write("critical", message);
  }
  write(/** @type {string} */ level, /** @type {string} */ message) {
    try {
      appendFileSync(this.file, `${new Date().toISOString()} [${level}] ${message}\n`);
    } catch {
      // The log folder goes away before the last writer does; nobody reads those lines.
    }
  }
}

async function createLogger(/** @type {string} */ name, /** @type {string} */ file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger("file", name, file);
}

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
