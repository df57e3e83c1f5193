// Stands in for VS Code's native watchdog, which ends the extension host when the server that started it is gone.
exports.start = (/** @type {number} */ parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 3000).unref();
};
exports.exit = (/** @type {number | undefined} */ code) => process.exit(code ?? 0);
