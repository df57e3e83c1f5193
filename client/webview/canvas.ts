/** Below this scale nobody reads ports: they are left out, and panning stays smooth. */
const FAR = 0.42;
const LEAST = 0.08;
/** A picture that fits only when it is smaller than this is as wide as the ground at most, and scrolled down. */
const READABLE = 0.8;
/** And one that is too wide even at this scale is scrolled both ways. */
const LEGIBLE = 0.55;
const MOST = 4;

/** The ground on which the picture lies: zoomed by size, panned by scrolling. */
export class Canvas {
  readonly ground: HTMLElement;
  #svg: SVGSVGElement | undefined;
  #scale = 1;
  #isFitted = true;

  constructor(ground: HTMLElement) {
    this.ground = ground;
    ground.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    ground.addEventListener("pointerdown", (event) => this.#drag(event));
    new ResizeObserver(() => {
      if (this.#isFitted) this.fit();
    }).observe(ground);
  }

  get svg(): SVGSVGElement | undefined {
    return this.#svg;
  }

  /** Puts up another picture; where one looks stays. */
  show(svg: SVGSVGElement, place: "keep" | "fit"): void {
    const { scrollLeft, scrollTop } = this.ground;
    this.ground.replaceChildren(svg);
    this.#svg = svg;
    if (place === "fit" || this.#isFitted) return this.fit();
    this.#apply();
    this.ground.scrollTo(scrollLeft, scrollTop);
  }

  fit(): void {
    const size = this.#size();
    if (!size || this.ground.clientWidth === 0) return;
    const { clientWidth, clientHeight } = this.ground;
    const [across, down] = [clientWidth / size.width, clientHeight / size.height];
    this.#scale = Math.max(LEGIBLE, Math.min(1, across, Math.max(down, READABLE)));
    this.#isFitted = true;
    this.#apply();
  }

  /** Around a point of the ground, its middle where none is given. */
  zoom(factor: number, x = this.ground.clientWidth / 2, y = this.ground.clientHeight / 2): void {
    const before = this.#scale;
    this.#scale = Math.min(MOST, Math.max(LEAST, before * factor));
    this.#isFitted = false;
    const { scrollLeft, scrollTop } = this.ground;
    this.#apply();
    const grown = this.#scale / before;
    this.ground.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
  }

  #size(): { readonly width: number; readonly height: number } | undefined {
    const box = this.#svg?.viewBox.baseVal;
    return box && { width: box.width, height: box.height };
  }

  #apply(): void {
    const size = this.#size();
    if (!size) return;
    this.#svg?.setAttribute("width", String(size.width * this.#scale));
    this.#svg?.setAttribute("height", String(size.height * this.#scale));
    this.#svg?.classList.toggle("far", this.#scale < FAR);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.ground.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
  }

  #drag(down: PointerEvent): void {
    if (down.button !== 0 || !this.#svg) return;
    const { scrollLeft, scrollTop } = this.ground;
    const move = (event: PointerEvent): void => {
      const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (Math.abs(dx) + Math.abs(dy) < 4) return;
      this.ground.classList.add("dragging");
      this.ground.scrollTo(scrollLeft - dx, scrollTop - dy);
    };
    const up = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      // The click that ends a drag means nothing; it comes right after this event.
      setTimeout(() => this.ground.classList.remove("dragging"), 0);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
  }
}
