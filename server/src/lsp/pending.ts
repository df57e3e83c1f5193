/** Counts what is under way and says when nothing is left. */
export class Pending {
  readonly #onIdle: () => void;
  #open = 0;
  #announced = true;

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  begin(): void {
    this.#open++;
    this.#announced = false;
  }

  /** Idle is announced a turn later: what follows at once is part of the same work. */
  end(): void {
    this.#open--;
    setImmediate(() => {
      if (this.#open > 0 || this.#announced) return;
      this.#announced = true;
      this.#onIdle();
    });
  }
}
